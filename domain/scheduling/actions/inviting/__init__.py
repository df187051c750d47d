"""Inviting people to book, and what becomes of it."""
