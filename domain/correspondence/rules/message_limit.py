"""From when on the messages of a citizen count towards the limit of a day."""

from datetime import datetime, timedelta

A_DAY = timedelta(hours=24)


def since_when(now: datetime) -> datetime:
    """The last 24 hours: a limit by the calendar would let twice as many through around midnight."""
    return now - A_DAY
