"""Organisations with which the offices work."""
