"""When somebody who was invited to book is reminded, and when the invitation is over: days of Italy, no hours."""

from datetime import date, timedelta
from uuid import UUID

LEAST_DAYS = 2
"""Who was given fewer days is not reminded: the invitation itself is still fresh."""


def last_day(invited_on: date, days: int) -> date:
    """Until when to book, when ``days`` are given."""
    return invited_on + timedelta(days=days)


def remind_on(invited_on: date, book_by_on: date) -> date | None:
    """The day half of the term is over, the later one of two; never the last day, nor that of the invitation."""
    days = (book_by_on - invited_on).days
    return None if days < LEAST_DAYS else invited_on + timedelta(days=(days + 1) // 2)


def is_to_remind(remind_from_on: date | None, book_by_on: date, today: date) -> bool:
    """Whether it is time to remind, and not too late: a sweep that did not run for days catches up."""
    return remind_from_on is not None and remind_from_on <= today <= book_by_on


def is_over(book_by_on: date, today: date) -> bool:
    """Whether the last day has passed; on it one can still book."""
    return today > book_by_on


def invitation_key(invitation_id: UUID) -> str:
    """What names the message that invites."""
    return f"booking-invitation:{invitation_id}"


def reminder_key(invitation_id: UUID) -> str:
    """What names the one reminder of it."""
    return f"booking-invitation-reminder:{invitation_id}"


def lapse_key(office_id: UUID, day: date) -> str:
    """What names the one notice that an office gets on a day, however many have not booked."""
    return f"booking-invitations-lapsed:{office_id}:{day}"
