"""Checking a plan, ending it, and who answers for it."""
