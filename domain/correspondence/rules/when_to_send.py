"""When a message may leave: never inside a forbidden hour, never before it was written, as early as possible."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.kernel.clock import ROME

DAY_MINUTES = 24 * 60
SUNDAY = 6
EVERY_DAY = frozenset(range(7))
LOOK_AHEAD = timedelta(days=8)
"""Whatever hours are allowed come again within a week; one day more where a clock is put forward over them."""
MINUTE = timedelta(minutes=1)
_HOUR_MINUTES = 60
_TYPED = re.compile(r"\s*(\d{1,2})[:.](\d{2})\s*")


def minutes_of(typed: Any) -> Any:
    """``9:30`` as minutes from midnight; nothing typed is None. ``ValueError('time_parsing')`` when it is no hour."""
    if not isinstance(typed, str):
        return typed
    if not typed.strip():
        return None
    found = _TYPED.fullmatch(typed)
    if found is None or int(found[2]) >= _HOUR_MINUTES or int(found[1]) * _HOUR_MINUTES + int(found[2]) > DAY_MINUTES:
        raise ValueError("time_parsing")
    return int(found[1]) * _HOUR_MINUTES + int(found[2])


def as_hour(minutes: int | None) -> str:
    """Minutes from midnight as people write an hour, ``9:30``; nothing for None."""
    return "" if minutes is None else f"{minutes // _HOUR_MINUTES}:{minutes % _HOUR_MINUTES:02}"


@dataclass(frozen=True)
class Hours:
    """The minutes of the wall clock in Italy, counted from midnight, in which a message may leave.

    From ``starts`` until before ``ends``, on ``days`` (Monday is 0). ``ends`` not after ``starts`` means over midnight:
    the minutes after midnight count for the day on which they are.
    """

    starts: int = 0
    ends: int = DAY_MINUTES
    days: frozenset[int] = EVERY_DAY

    def allow(self, instant: datetime) -> bool:
        """Whether a message may leave at ``instant``."""
        wall = instant.astimezone(ROME)
        minute = wall.hour * 60 + wall.minute
        if self.starts < self.ends:
            is_open = self.starts <= minute < self.ends
        else:
            is_open = minute >= self.starts or minute < self.ends
        return is_open and wall.weekday() in self.days


ALWAYS = Hours()


def outside(quiet_from: int, quiet_to: int, *, is_sunday_quiet: bool) -> Hours:
    """The hours that quiet leaves: ``quiet_from`` the same as ``quiet_to`` means that no hour is quiet."""
    days = EVERY_DAY - {SUNDAY} if is_sunday_quiet else EVERY_DAY
    if quiet_from == quiet_to:
        return Hours(days=days)
    return Hours(quiet_to, quiet_from, days)


def when_to_send(now: datetime, hours: Collection[Hours]) -> datetime:
    """The first instant from ``now`` on that all ``hours`` allow.

    Refuses ``ValueError`` when none does within eight days: two sets of hours with no minute in common.
    """
    instant = now.astimezone(UTC)  # minutes are added there: on a wall clock some are missing, some come twice
    last = instant + LOOK_AHEAD
    while not all(one.allow(instant) for one in hours):
        instant = instant.replace(second=0, microsecond=0) + MINUTE
        if instant > last:
            raise ValueError("no hour is allowed")
    return instant
