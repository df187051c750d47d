"""Organisations on the screens."""
