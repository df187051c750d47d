"""Drawings of families."""
