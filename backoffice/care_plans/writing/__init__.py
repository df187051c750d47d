"""Writing a draft, a few fields at a time."""
