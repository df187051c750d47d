"""Instants are in UTC; days are those of Italy, where the terms of the law run."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def utcnow() -> datetime:
    """The present instant, in UTC."""
    return _told.get() or datetime.now(UTC)


@contextmanager
def as_of(instant: datetime) -> Iterator[None]:
    """Within the block, in this task, it is ``instant``: for stories of the past months in seeds, and for tests."""
    token = _told.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _told.reset(token)


def day_of(instant: datetime) -> date:
    """The day in Italy at ``instant``."""
    return instant.astimezone(ROME).date()


def midnight(day: date) -> datetime:
    """The instant, in UTC, at which ``day`` begins in Italy."""
    return datetime.combine(day, time.min, ROME).astimezone(UTC)
