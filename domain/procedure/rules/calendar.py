"""Which days are days off: for everybody by law, and in one place because the ente says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from dateutil.easter import easter

from domain.platform.localised import Localised

DAY = timedelta(days=1)


class Whose(StrEnum):
    """Whose last day is reckoned: an office does not gain time by its own closures."""

    OFFICE = "office"
    CITIZEN = "citizen"


@dataclass(frozen=True)
class Holiday:
    """A day off that comes back, or comes once: exactly one of the four forms is given.

    ``weekday`` counts from Monday, 0; ``easter_offset`` are days after Easter. It holds from ``starts_on`` to
    ``ends_on``, both included, without a limit where None. ``is_for_office``: the office's own term moves too.
    """

    name: Localised
    source: str = ""
    weekday: int | None = None
    month_and_day: tuple[int, int] | None = None
    easter_offset: int | None = None
    single_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_for_office: bool = True

    def is_on(self, day: date) -> bool:
        """Whether ``day`` is this holiday."""
        if (self.starts_on and day < self.starts_on) or (self.ends_on and day > self.ends_on):
            return False
        return (
            day.weekday() == self.weekday
            or (day.month, day.day) == self.month_and_day
            or day == self.single_on
            or (self.easter_offset is not None and day == _easter(day.year) + self.easter_offset * DAY)
        )


@lru_cache(maxsize=400)
def _easter(year: int) -> date:
    return easter(year)


@dataclass(frozen=True)
class Calendar:
    """The days off that count in one ente."""

    holidays: tuple[Holiday, ...] = ()

    def off(self, day: date, whose: Whose) -> Holiday | None:
        """The holiday that makes ``day`` a day off; None on other days. The law's come before the ente's."""
        found = (one for one in self.holidays if (one.is_for_office or whose is Whose.CITIZEN) and one.is_on(day))
        return next(found, None)

    def first_open(self, day: date, whose: Whose) -> date:
        """``day``, or the first day after it that is not a day off (c.c. art. 2963 c. 3)."""
        while self.off(day, whose):
            day += DAY
        return day

    def last_day(self, given_on: date, days: int, whose: Whose) -> date:
        """The last of ``days`` given on ``given_on``, which does not count itself (c.c. art. 2963 c. 2 and 3)."""
        return self.first_open(given_on + days * DAY, whose)


def calendar_of(legal: Iterable[Holiday], local: Iterable[Holiday]) -> Calendar:
    """The law's holidays and the ente's, in this order."""
    return Calendar((*legal, *local))
