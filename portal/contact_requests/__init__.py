"""Asking to be called back, without signing in."""
