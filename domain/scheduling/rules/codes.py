"""The code that is shown on arrival: short, read aloud without mistakes, and telling nothing."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 and O, 1, I and L: they are taken for each other."""
LENGTH = 7


def new_code() -> str:
    """A code at random."""
    return "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))
