"""What is written to people about their appointments."""
