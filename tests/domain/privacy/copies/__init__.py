"""Copies of one's data: who asks for them, what is in them, how long they are kept."""
