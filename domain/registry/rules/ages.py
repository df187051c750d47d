"""Ages, and the day somebody comes of age (c.c. 2)."""

from datetime import date, timedelta

ADULT_AGE = 18


def age_on(born_on: date, day: date) -> int:
    """Full years on ``day``; somebody born on 29 February turns a year older on 1 March in common years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def comes_of_age_on(born_on: date) -> date:
    """The first day of being an adult."""
    try:
        return born_on.replace(year=born_on.year + ADULT_AGE)
    except ValueError:
        return date(born_on.year + ADULT_AGE, 3, 1)


def last_day_as_minor(born_on: date) -> date:
    """The last day on which a parent acts by law for the child."""
    return comes_of_age_on(born_on) - timedelta(days=1)
