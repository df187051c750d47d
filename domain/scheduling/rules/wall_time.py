"""Hours on the wall in Rome as instants in UTC: also in the nights in which an hour is missing or comes twice."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from domain.kernel.clock import ROME

DAY = timedelta(days=1)
MINUTES = tuple(timedelta(minutes=number) for number in range(24 * 60))


@lru_cache(maxsize=2_000)
def _midnight(day: date) -> tuple[datetime, bool]:
    """The instant at which ``day`` begins, and whether it has 24 hours like most."""
    begins = datetime.combine(day, time.min, ROME).astimezone(UTC)
    ends = datetime.combine(day + DAY, time.min, ROME).astimezone(UTC)
    return begins, ends - begins == DAY


def instant_of(day: date, minute: int) -> datetime | None:
    """The instant of the ``minute`` of the day on the wall; the first where the clock shows it twice.

    None where the clock leaps over it.
    """
    begins, is_usual = _midnight(day)
    if is_usual:
        return begins + MINUTES[minute]
    shown = datetime.combine(day, time(minute // 60, minute % 60))
    found = shown.replace(tzinfo=ROME).astimezone(UTC)
    return found if found.astimezone(ROME).replace(tzinfo=None) == shown else None


def closing_instant(day: date, minute: int) -> datetime:
    """The instant by which everybody has to leave: where the clock leaps over that minute, the leap."""
    while (found := instant_of(day, minute)) is None:
        minute += 1
    return found


def minute_of(hour: time) -> int:
    """The minute of the day."""
    return hour.hour * 60 + hour.minute
