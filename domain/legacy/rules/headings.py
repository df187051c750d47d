"""Headings as they are compared, and which field each of them is likely to answer."""

import hashlib
from collections.abc import Mapping, Sequence
from unicodedata import combining, normalize

from domain.legacy.rules.fields import FIELDS
from domain.legacy.terms import ArchiveKind

OURS = ("riga", "errori")
"""The two columns of the file of errors: left aside when it comes back."""


def folded(words: str) -> str:
    """Small letters and figures, without accents and signs, one blank between words."""
    plain = "".join(letter for letter in normalize("NFKD", words) if not combining(letter)).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def named_apart(headings: Sequence[str]) -> list[str]:
    """The headings without double ones and empty ones: each column has a name of its own."""
    taken: set[str] = set()
    found = []
    for place, heading in enumerate(headings, start=1):
        name = " ".join(heading.split()) or f"Colonna {place}"
        base, times = name, 2
        while name in taken:
            name, times = f"{base} ({times})", times + 1
        taken.add(name)
        found.append(name)
    return found


def headings_key(headings: Sequence[str]) -> str:
    """A sign that is the same for files with the same headings, in whatever order; our own two do not count."""
    names = sorted({folded(one) for one in headings} - set(OURS))
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:32]


def guessed(kind: ArchiveKind, headings: Sequence[str]) -> dict[str, str]:
    """Heading by field, for the headings that say plainly what they are; each is used once."""
    by_name = {folded(one): one for one in reversed(headings)}
    found: dict[str, str] = {}
    for field in FIELDS[kind]:
        for name in field.headings:
            heading = by_name.get(folded(name))
            if heading is not None and heading not in found.values():
                found[field.name] = heading
                break
    return found


def carried_over(columns: Mapping[str, str], headings: Sequence[str]) -> dict[str, str]:
    """What a saved mapping says, as far as the file has its headings."""
    there = {folded(one): one for one in reversed(headings)}
    return {field: there[folded(name)] for field, name in columns.items() if folded(name) in there}
