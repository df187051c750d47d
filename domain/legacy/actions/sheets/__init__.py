"""Rows about contact sheets: tried, and written."""
