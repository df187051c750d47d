"""Inviting people to book, and seeing to who does not."""
