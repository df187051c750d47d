"""As many invented people as one likes, always the same: for measuring and for trying the program at its full size."""
