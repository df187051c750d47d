"""How long somebody who keeps failing has to wait."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE_TRIES = 5
FREE_TRIES_OF_AN_ADDRESS = 30  # a whole office may stand behind one
FORGOTTEN_AFTER = timedelta(minutes=30)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


def free_again_at(failures: Sequence[datetime], free_tries: int = FREE_TRIES) -> datetime | None:
    """When the next try is heard, given the failures of the last half hour; None when it is heard now.

    The first ``free_tries`` are free; each further one doubles the wait, up to fifteen minutes.
    """
    if len(failures) < free_tries:
        return None
    doublings = min(len(failures) - free_tries, 10)
    return max(failures) + min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
