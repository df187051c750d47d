"""What is asked of individual plans."""
