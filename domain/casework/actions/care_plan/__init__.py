"""What is done with individual plans."""
