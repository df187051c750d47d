"""For how long a draft is kept, and what is due today: a first notice, a last one, or its end."""

from datetime import date, timedelta
from enum import StrEnum

SHIPPED_DAYS = 90
"""What the program comes with. It is ours and no law's: each ente decides its own."""
FEWEST_DAYS = 30
MOST_DAYS = 730
FIRST_NOTICE = timedelta(days=7)
LAST_NOTICE = timedelta(days=1)


class DraftDue(StrEnum):
    """What is to be done with a draft today."""

    NOTHING = "nothing"
    FIRST_NOTICE = "first_notice"
    LAST_NOTICE = "last_notice"
    DELETION = "deletion"


def last_day(saved_on: date, kept_days: int, warned_on: date | None, today: date) -> date:
    """The last day on which the draft is there.

    ``kept_days`` after the last saving; but never before a week after the first notice, which may still be to come:
    an ente that keeps drafts for less time from now on, or a worker that stood still, takes nobody by surprise.
    """
    planned = saved_on + timedelta(days=kept_days)
    warned = warned_on or max(today, planned - FIRST_NOTICE)
    return max(planned, warned + FIRST_NOTICE)


def due(saved_on: date, kept_days: int, warned_on: date | None, today: date) -> DraftDue:
    """What is due ``today``. Nothing is deleted of which nobody was told."""
    end = last_day(saved_on, kept_days, warned_on, today)
    if warned_on is None:
        return DraftDue.FIRST_NOTICE if today >= end - FIRST_NOTICE else DraftDue.NOTHING
    if today > end:
        return DraftDue.DELETION
    return DraftDue.LAST_NOTICE if today >= end - LAST_NOTICE else DraftDue.NOTHING
