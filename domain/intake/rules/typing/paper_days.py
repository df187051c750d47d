"""The two days that stand beside a document: by when it comes, and until when it counts."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import LATE_DAYS
from domain.intake.rules.typing.boxes import BY, EXPIRES, LATER, Answers
from domain.intake.rules.typing.typed import TICKED

_WRITTEN = re.compile(r"(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})")


def is_promised(field: Field, answers: Answers) -> bool:
    """Whether the document is to come later."""
    return _text(answers.get(f"{field.key}.{LATER}")) in TICKED


def promised_by(field: Field, answers: Answers) -> date | None:
    """By when the person sends the document; None when no day was said. ``ValueError`` for what is no day."""
    return _day(answers.get(f"{field.key}.{BY}"))


def expires_on(field: Field, answers: Answers) -> date | None:
    """The last day of the document, as the person reads it there; the same."""
    return _day(answers.get(f"{field.key}.{EXPIRES}"))


def day_read(read: Callable[[Field, Answers], date | None], field: Field, answers: Answers) -> date | None:
    """The day; None also for what is no day, where it is not the place to complain."""
    try:
        return read(field, answers)
    except ValueError:
        return None


def latest_day(field: Field, today: date) -> date:
    """The last day by which the document may be promised today."""
    return today + timedelta(days=field.late_days or LATE_DAYS)


def _day(typed: object) -> date | None:
    """A browser sends ``2026-12-31``; one that knows no calendar sends what somebody has written: ``31/12/2026``."""
    text = _text(typed)
    if not text:
        return None
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return date.fromisoformat(text)
    day, month, year = (int(part) for part in written.groups())
    return date(year, month, day)


def _text(typed: object) -> str:
    return typed.strip() if isinstance(typed, str) else ""
