"""How long a delegation may last, and whether two surnames are the same."""

from calendar import monthrange
from datetime import date, timedelta
from unicodedata import combining, normalize


def latest_end(starts_on: date, months: int) -> date:
    """The last possible day of a delegation of at most ``months`` months, the first day included."""
    count = starts_on.month - 1 + months
    year, month = starts_on.year + count // 12, count % 12 + 1
    same_day = min(starts_on.day, monthrange(year, month)[1])
    return date(year, month, same_day) - timedelta(days=1)


def is_same_surname(typed: str, known: str) -> bool:
    """Whether two surnames are the same but for accents, capitals, blanks and apostrophes. An empty one is none."""
    return bool(plain(typed)) and plain(typed) == plain(known)


def plain(words: str) -> str:
    """The letters alone, without accents, in capitals."""
    parts = normalize("NFD", words.casefold())
    return "".join(letter for letter in parts if letter.isalpha() and not combining(letter)).upper()
