"""What attackers send, each refused."""
