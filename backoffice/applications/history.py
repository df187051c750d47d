"""What happened to an application, in the words of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from domain.procedure.queries.definitions import AskedField
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import AskedKind
from web.locale import language_code, money, sentence, short_date


@dataclass(frozen=True)
class ShownPassage:
    """A step: its name, the state it led to, who made it, what was asked and answered, the note for colleagues."""

    name: str
    state: str
    who: str
    at: datetime
    answers: Sequence[tuple[str, str]]
    note: str


def shown_history(standing: ProceedingSheet) -> list[ShownPassage]:
    """The steps, the latest first."""
    code = language_code()
    return [
        ShownPassage(
            name=one.name.in_(code),
            state=one.state.in_(code),
            who=one.operator or sentence(one.mover.label),
            at=one.moved_at,
            answers=[(field.label.in_(code), shown_answer(field, value)) for field, value in one.fields],
            note=one.note,
        )
        for one in standing.history
    ]


def shown_answer(field: AskedField, value: Any) -> str:
    """An answer as it is read."""
    match field.kind:
        case AskedKind.DATE:
            return short_date(date.fromisoformat(value))
        case AskedKind.MONEY:
            return money(Decimal(value))
        case AskedKind.CHOICE:
            return next((one.label.in_(language_code()) for one in field.options if one.value == value), value)
        case _:
            return str(value)
