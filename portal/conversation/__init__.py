"""What a person and the office write to each other."""
