"""What is asked about invitations to book."""
