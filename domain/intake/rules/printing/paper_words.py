"""Days, hours, money and answers as a paper of the office says them, in Italian."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal

from domain.kernel.clock import ROME
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Block, Paragraph, Table
from domain.procedure.queries.definitions import AskedField
from domain.procedure.terms import AskedKind

CODE = SOURCE.code
NOTHING = _("Qui non c'è niente.")


def said(words: Text) -> str:
    """The sentence in Italian."""
    return say(words, CODE)


def day(on: date | None) -> str:
    """A day in full; nothing for none."""
    return format_date(on, "long", locale=CODE) if on else ""


def instant(at: datetime | None) -> str:
    """A day and an hour in Italy; nothing for none."""
    if at is None:
        return ""
    there = at.astimezone(ROME)
    return f"{format_date(there, 'long', locale=CODE)}, {format_time(there, 'short', locale=CODE)}"


def number(value: int | Decimal) -> str:
    """A number."""
    return format_decimal(value, locale=CODE)


def money(value: Decimal) -> str:
    """Euros."""
    return format_currency(value, "EUR", locale=CODE)


def answer_in_words(field: AskedField, value: Any, code: str = CODE) -> str:
    """What was answered in a step of a proceeding, as it is read in the language ``code``."""
    match field.kind:
        case AskedKind.DATE:
            return format_date(date.fromisoformat(value), "long", locale=code)
        case AskedKind.MONEY:
            return format_currency(Decimal(value), "EUR", locale=code)
        case AskedKind.CHOICE:
            return next((one.label.in_(code) for one in field.options if one.value == value), str(value))
        case _:
            return str(value)


def table(columns: Sequence[Text], rows: Iterable[Sequence[str]]) -> list[Block]:
    """A table, or that there is nothing."""
    found = [tuple(row) for row in rows]
    return [Table([said(one) for one in columns], found)] if found else [Paragraph(said(NOTHING))]


def paragraphs(text: str) -> list[Block]:
    """A paragraph for each line."""
    return [Paragraph(line) for line in text.splitlines() if line.strip()]
