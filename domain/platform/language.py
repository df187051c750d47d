"""Turns a Text into a sentence of a language, from the catalogues in ``locales/``."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.text import Text

LOCALES = Path(__file__).resolve().parents[2] / "locales"


@runtime_checkable
class Speaking(Protocol):
    """A value that knows its own words in each language."""

    def in_(self, code: str) -> str:
        """The words in the language ``code``."""
        ...


@dataclass(frozen=True)
class SpokenInstant:
    """An instant that says itself by the clock of Italy, in any language; to the second where that decides."""

    at: datetime
    with_seconds: bool = False

    def in_(self, code: str) -> str:
        """``2 marzo 2027, 09:00``."""
        pattern = "d MMMM y, HH:mm:ss" if self.with_seconds else "d MMMM y, HH:mm"
        return format_datetime(self.at, pattern, tzinfo=ROME, locale=code if code in BY_CODE else SOURCE.code)


@lru_cache(maxsize=32)
def translations(code: str) -> NullTranslations:
    """The catalogue of a language; the Italian source answers for what it lacks, and for unknown codes."""
    file = LOCALES / code / "LC_MESSAGES" / "messages.po"
    if code == SOURCE.code or code not in BY_CODE or not file.exists():
        return NullTranslations()
    with file.open("rb") as text:
        catalogue = read_po(text, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def say(text: Text, code: str) -> str:
    """``text`` in the language ``code``, with the days among its values written in full."""
    found = translations(code)
    sentence = found.pgettext(text.context, text.msgid) if text.context else found.gettext(text.msgid)
    values = {key: _said(value, code) for key, value in text.values.items()}
    return sentence % values if values else sentence


def _said(value: Any, code: str) -> Any:
    if isinstance(value, Text):
        return say(value, code)
    if isinstance(value, Speaking):
        return value.in_(code)
    if isinstance(value, date) and not isinstance(value, datetime):
        return format_date(value, "long", locale=code if code in BY_CODE else SOURCE.code)
    return value
