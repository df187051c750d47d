"""By when the office answers (L. 241/1990 art. 2)."""

from datetime import date, timedelta


def due_on(submitted_on: date, term_days: int) -> date:
    """The last day for the answer. The day of sending does not count (c.c. 2963), every other day does.

    A last day that is a holiday is not moved: people must never wait longer than the card of the service says.
    """
    if term_days < 1:
        raise ValueError("term_days")
    return submitted_on + timedelta(days=term_days)


def days_left(due: date, today: date) -> int:
    """Days until the last one, 0 on that day, negative when it has passed."""
    return (due - today).days
