"""Days, hours and tables of a copy, in the language of the reader."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from babel.dates import format_date, format_time

from domain.kernel.clock import ROME
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.pdf.act import Block, Paragraph, Table

NOTHING = _("Qui non c'è niente.")


def day_words(day: date | None, code: str) -> str:
    """A day in full; nothing for none."""
    return format_date(day, "long", locale=code) if day else ""


def instant_words(instant: datetime | None, code: str) -> str:
    """A day and an hour in Italy; nothing for none."""
    if instant is None:
        return ""
    there = instant.astimezone(ROME)
    return f"{format_date(there, 'long', locale=code)}, {format_time(there, 'short', locale=code)}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], code: str) -> list[Block]:
    """A table, or that there is nothing."""
    found = [tuple(row) for row in rows]
    return [Table(tuple(columns), found)] if found else [Paragraph(say(NOTHING, code))]
