"""The language of forms in a real browser."""
