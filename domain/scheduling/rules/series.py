"""The same hour again, every so many weeks."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from domain.kernel.clock import ROME

WEEK = timedelta(weeks=1)


def series(starts_at: datetime, *, every_weeks: int, times: int) -> Sequence[datetime]:
    """``times`` instants from ``starts_at``, at the same hour on the wall in Rome, the first one included.

    An hour that the clock skips in a spring night is the one that follows; one that comes twice is the first.
    """
    first = starts_at.astimezone(ROME).replace(tzinfo=None)
    found = []
    for number in range(times):
        wall = first + number * every_weeks * WEEK
        found.append(wall.replace(tzinfo=ROME).astimezone(UTC))
    return found
