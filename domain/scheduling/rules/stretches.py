"""Stretches of time in which an agenda receives: on which days, and when its places begin and end."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations

from domain.scheduling.rules.wall_time import closing_instant, instant_of, minute_of
from domain.scheduling.terms import Manner, Way

WEEK = timedelta(weeks=1)
MOST_WEEKS = 56
"""Two stretches that come back every 8 weeks at most have met in so many, if ever: 7 times 8."""


@dataclass(frozen=True)
class Weekly:
    """A weekday (0 = Monday) from ``starts_on`` until before ``ends_before``; ``every_weeks`` counts from its week."""

    weekday: int
    starts_on: date
    ends_before: date | None = None
    every_weeks: int = 1

    def is_on(self, day: date) -> bool:
        """Whether it is on ``day``."""
        if day.weekday() != self.weekday or day < self.starts_on or (self.ends_before and day >= self.ends_before):
            return False
        return (_monday(day) - _monday(self.starts_on)).days // 7 % self.every_weeks == 0

    def meets(self, other: "Weekly") -> bool:
        """Whether some day belongs to both."""
        if self.weekday != other.weekday:
            return False
        first = max(self.starts_on, other.starts_on)
        first += timedelta(days=(self.weekday - first.weekday()) % 7)
        days = (first + number * WEEK for number in range(MOST_WEEKS))
        return any(self.is_on(day) and other.is_on(day) for day in days)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Stretch:
    """From ``opening_time`` to ``closing_time``, on the days of a ``Weekly`` or on one day.

    Places are ``step_minutes`` long; after each, ``gap_minutes`` are for travelling or writing. ``ways`` are who may
    take them; others may too when fewer than ``released_hours`` are left.
    """

    when: Weekly | date
    opening_time: time
    closing_time: time
    step_minutes: int = 30
    gap_minutes: int = 0
    seats: int = 1
    manners: tuple[Manner, ...] = (Manner.IN_PERSON,)
    ways: frozenset[Way] = frozenset(Way)
    released_hours: int | None = None

    @property
    def weekday(self) -> int:
        """0 = Monday."""
        return self.when.weekday if isinstance(self.when, Weekly) else self.when.weekday()

    def is_on(self, day: date) -> bool:
        """Whether it is on ``day``."""
        return self.when.is_on(day) if isinstance(self.when, Weekly) else self.when == day

    def overlaps(self, other: "Stretch") -> bool:
        """Whether some minute of some day belongs to both."""
        if other.opening_time >= self.closing_time or self.opening_time >= other.closing_time:
            return False
        if isinstance(self.when, Weekly) and isinstance(other.when, Weekly):
            return self.when.meets(other.when)
        return self.is_on(other.when) if isinstance(other.when, date) else other.overlaps(self)

    def opens_to(self, way: Way, now: datetime) -> datetime | None:
        """Before when a place must begin for ``way`` to take it; None: not at all. ``LATEST``: whenever."""
        if way in self.ways:
            return LATEST
        return None if self.released_hours is None else now + timedelta(hours=self.released_hours)

    def places(self, day: date, minutes: int) -> list[tuple[datetime, datetime, bool]]:
        """When something of ``minutes`` can begin on ``day`` and ends, in order, and whether it leaves no rest."""
        return [(starts_at, ends_at, fills) for _from, _to, fills, starts_at, ends_at in self.counted(day, minutes)]

    def counted(self, day: date, minutes: int) -> "tuple[Place, ...]":
        """The same, with the seconds beside."""
        opens, closes = minute_of(self.opening_time), minute_of(self.closing_time)
        return _places(day, opens, closes, self.step_minutes, self.gap_minutes, minutes)


LATEST = datetime(9999, 1, 1, tzinfo=UTC)
Place = tuple[int, int, bool, datetime, datetime]
"""From which second to which, whether it leaves no rest, and as instants: for a month thousands are looked at."""


@lru_cache(maxsize=8_192)
def _places(day: date, opens: int, closes: int, step: int, gap: int, minutes: int) -> tuple[Place, ...]:
    """Agendas that are alike on a day share these."""
    long, closing, period = timedelta(minutes=minutes), closing_instant(day, closes), step + gap
    needed = -(-(minutes + gap) // period)
    found: list[Place] = []
    for number, minute in enumerate(range(opens, closes, period)):
        begins = instant_of(day, minute)
        if begins is not None and begins + long <= closing:
            starts = int(begins.timestamp())
            found.append((starts, starts + 60 * minutes, number % needed == 0, begins, begins + long))
    return tuple(found)


def overlapping(stretches: "list[Stretch]") -> tuple[int, ...]:
    """The positions of the stretches that overlap one written before them."""
    met = {later for (_, one), (later, other) in combinations(enumerate(stretches), 2) if one.overlaps(other)}
    return tuple(sorted(met))
