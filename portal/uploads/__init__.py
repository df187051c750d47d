"""Files that arrive in pieces (tus 1.0)."""
