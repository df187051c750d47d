"""Rows about cases: tried, and written."""
