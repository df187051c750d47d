"""How long somebody waited: whole minutes, from the check-in to the call."""

from datetime import datetime


def minutes_between(arrived_at: datetime, called_at: datetime) -> int:
    """The whole minutes that have passed; never fewer than none."""
    return max(0, int((called_at - arrived_at).total_seconds() // 60))
