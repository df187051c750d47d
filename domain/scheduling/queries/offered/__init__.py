"""What the reckoning of free times reads."""
