"""Where a citizen is signed in."""
