"""Texts that have a form with a name: nobody writes patterns into a form, so none can be wrong or slow."""

import re
from collections.abc import Callable

from domain.catalogue.terms import TextFormat

_POSTAL_CODE = re.compile(r"[0-9]{5}")
_PROVINCE = re.compile(r"[A-Z]{2}")
_DIGITS = re.compile(r"[0-9]{1,40}")


def read_format(text_format: TextFormat, typed: str) -> str:
    """``typed`` in the one way in which it is kept; ``ValueError`` with the name of the format otherwise."""
    found = _READERS[text_format](typed)
    if found is None:
        raise ValueError(str(text_format))
    return found


def _matching(pattern: re.Pattern[str], typed: str) -> str | None:
    return typed if pattern.fullmatch(typed) else None


_READERS: dict[TextFormat, Callable[[str], str | None]] = {
    TextFormat.POSTAL_CODE: lambda typed: _matching(_POSTAL_CODE, re.sub(r"\s", "", typed)),
    TextFormat.PROVINCE: lambda typed: _matching(_PROVINCE, typed.strip("() ").upper()),
    TextFormat.DIGITS: lambda typed: _matching(_DIGITS, re.sub(r"[\s.\-/]", "", typed)),
}
