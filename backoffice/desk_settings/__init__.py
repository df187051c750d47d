"""How the desk of an office works."""
