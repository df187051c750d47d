"""Rows about people: tried, and written."""
