"""How long an offered place is kept, and how often somebody is asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

HOURS_TO_THINK = timedelta(hours=1)
"""With less time to answer nobody is asked."""


@dataclass(frozen=True)
class Limits:
    """What an ente has decided, see ``NoticeRules``."""

    kept_for: timedelta
    lead: timedelta
    pause: timedelta
    most: int


def answer_by(starts_at: datetime, asked_at: datetime, limits: Limits) -> datetime | None:
    """Until when a place that begins at ``starts_at`` is kept for who is asked at ``asked_at``.

    Never later than ``lead`` before it; None when that leaves no time to think.
    """
    until = min(asked_at + limits.kept_for, starts_at - limits.lead)
    return until if until - asked_at >= HOURS_TO_THINK else None


def may_be_asked(asked_before: Collection[datetime], now: datetime, limits: Limits) -> bool:
    """Whether somebody who was asked at those moments may be asked again: few times, and not one after the other."""
    return len(asked_before) < limits.most and all(now - before >= limits.pause for before in asked_before)
