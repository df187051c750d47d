"""The codes of attestations: 80 random bits in letters and figures that nobody mistakes for each other."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 16, 4
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A code like ``7K2M-9QXA-04TD-ZW3H``: one in 10^24, found by nobody who guesses."""
    return _grouped("".join(secrets.choice(ALPHABET) for _place in range(LENGTH)))


def code_typed(typed: str) -> str | None:
    """The code that somebody meant, small letters and blanks or not; None for what cannot be one."""
    letters = "".join(one for one in typed.upper() if one.isalnum()).translate(MISREAD)
    if len(letters) != LENGTH or any(one not in ALPHABET for one in letters):
        return None
    return _grouped(letters)


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))
