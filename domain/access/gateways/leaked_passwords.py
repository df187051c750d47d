"""The passwords that thieves try first, in a file that comes with the program: nothing is asked of anybody.

The file holds prefixes of SHA-256; leaked_passwords.md beside it tells where they come from.
"""

import hashlib
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("leaked_passwords.txt")
SHORTEST = 4
DIGITS = 12


def prefix_of(password: str) -> str:
    """What the file holds of a password, in whatever case it is written: 48 bits, so that chance finds nothing."""
    return hashlib.sha256(password.casefold().encode()).hexdigest()[:DIGITS]


@lru_cache(maxsize=1)
def _prefixes() -> tuple[str, ...]:
    return tuple(FILE.read_text(encoding="ascii").split())


def is_leaked(password: str) -> bool:
    """Whether the file knows ``password``."""
    known, prefix = _prefixes(), prefix_of(password)
    place = bisect_left(known, prefix)
    return place < len(known) and known[place] == prefix
