"""How long somebody who keeps failing has to wait."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE_TRIES = 5
FORGOTTEN_AFTER = timedelta(minutes=30)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


def free_again_at(failures: Sequence[datetime]) -> datetime | None:
    """When the next try is heard, given the failures of the last half hour; None when it is heard now.

    The first five are free; each further one doubles the wait, up to fifteen minutes.
    """
    if len(failures) < FREE_TRIES:
        return None
    doublings = min(len(failures) - FREE_TRIES, 10)
    return max(failures) + min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
