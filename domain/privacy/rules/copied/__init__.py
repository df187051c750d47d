"""What a copy of one's data is made of, where a part is larger."""
