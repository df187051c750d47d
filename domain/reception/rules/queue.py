"""One queue for everybody who waits: who is called first."""

from datetime import datetime
from enum import IntEnum


class Turn(IntEnum):
    """In this order: urgent; those whose appointment's hour has come; those without one; those who came early."""

    URGENT = 0
    DUE = 1
    WALK_IN = 2
    EARLY = 3


def turn(*, is_urgent: bool, due_at: datetime | None, now: datetime) -> Turn:
    """Which turn somebody has at ``now``; ``due_at`` is None for who has no appointment, or came too late for it."""
    if is_urgent:
        return Turn.URGENT
    if due_at is None:
        return Turn.WALK_IN
    return Turn.DUE if due_at <= now else Turn.EARLY


def place(*, is_urgent: bool, due_at: datetime | None, number: int, now: datetime) -> tuple[int, float, int]:
    """What the queue is sorted by: the turn, the hour of the appointment where there is one, the number."""
    found = turn(is_urgent=is_urgent, due_at=due_at, now=now)
    hour = due_at.timestamp() if due_at is not None and found in (Turn.DUE, Turn.EARLY) else 0.0
    return (found, hour, number)
