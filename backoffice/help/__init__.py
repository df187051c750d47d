"""How the back office works."""
