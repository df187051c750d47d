"""By when an office answers who uses a right over their data (GDPR art. 12 par. 3)."""

from calendar import monthrange
from datetime import date

ANSWER_MONTHS = 1
"""One month from the day of the request."""
EXTENSION_MONTHS = 2
"""Two more where it is hard, told within the first month with the reason."""
REMIND_DAYS = (7, 1, 0)
"""How many days before the end the heads of the offices are reminded."""
MONDAY = 0


def months_after(day: date, months: int) -> date:
    """The same day of the month, ``months`` later; the last one where the month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def answer_by(asked_on: date) -> date:
    """The last day for the answer to what was asked on a day."""
    return months_after(asked_on, ANSWER_MONTHS)


def extended(asked_on: date) -> date:
    """The last day for what was asked on a day, once the office has said that it needs more time."""
    return months_after(asked_on, ANSWER_MONTHS + EXTENSION_MONTHS)


def is_reminded(due_on: date, today: date) -> bool:
    """Whether the heads of the offices hear of it today: near the end, and every Monday once it has passed."""
    left = (due_on - today).days
    return left in REMIND_DAYS or (left < 0 and today.weekday() == MONDAY)
