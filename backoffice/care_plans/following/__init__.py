"""Checks, and the end of a plan."""
