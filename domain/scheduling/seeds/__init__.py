"""What an ente starts with: the reasons for which people come."""
