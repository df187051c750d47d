"""What is asked while somebody books, and afterwards."""
