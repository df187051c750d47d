"""Rows about households: tried, and written."""
