"""Days as people type them in three boxes: ``2``, ``marzo``, ``1946``."""

import unicodedata
from datetime import date

from babel.dates import get_month_names

from domain.kernel.languages import LANGUAGES

PARTS = ("day", "month", "year")
SHORTEST_NAME = 3
CENTURY = 100


def day_typed(day: str, month: str, year: str) -> date:
    """The day; ``ValueError`` when there is none such. A month may be a number or its name in any of our languages."""
    return date(_year(year), _month(month), int(_digits(day)))


def _year(typed: str) -> int:
    year = int(_digits(typed))
    if year < CENTURY:
        raise ValueError("year")
    return year


def _month(typed: str) -> int:
    plain = _plain(typed)
    if _is_number(plain):
        return int(plain)
    found = {number for name, number in _names() if len(plain) >= SHORTEST_NAME and name.startswith(plain)}
    if len(found) != 1:
        raise ValueError("month")
    return found.pop()


def _names() -> list[tuple[str, int]]:
    return [
        (_plain(name), number)
        for language in LANGUAGES
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context=context, locale=language.code).items()
    ]


def _digits(typed: str) -> str:
    plain = _plain(typed)
    if not _is_number(plain):
        raise ValueError("number")
    return plain


def _is_number(plain: str) -> bool:
    return plain.isdecimal() and len(plain) <= len("1946")


def _plain(typed: str) -> str:
    spread = unicodedata.normalize("NFKD", typed.strip().lower().rstrip("."))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
