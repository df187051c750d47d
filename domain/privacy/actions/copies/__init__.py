"""Copies of all that is kept about a person."""
