"""What the people of the demonstration ask for, and how it comes to happen."""
