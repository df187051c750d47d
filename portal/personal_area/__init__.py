"""What a person has with us, and who has read it."""
