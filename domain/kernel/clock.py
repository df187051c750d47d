"""Instants are in UTC; days are those of Italy, where the terms of the law run."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


def utcnow() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def day_of(instant: datetime) -> date:
    """The day in Italy at ``instant``."""
    return instant.astimezone(ROME).date()
