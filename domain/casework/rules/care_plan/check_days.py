"""On which days a plan is checked: a pure reckoning of days."""

from collections.abc import Collection
from datetime import date

from dateutil.relativedelta import relativedelta

from domain.casework.rules.care_plan.content import PlanContent


def check_days(content: PlanContent) -> tuple[date, ...]:
    """All of them, in order, within the period: never on the first day, never after the last one.

    Months are counted from the first day, so that a plan that starts on the 31st is checked at the end of each month
    and comes back to the 31st; one that starts on 29 February is checked on the 28th where there is no 29th.
    """
    starts_on, ends_on = content.starts_on, content.ends_on
    if starts_on is None or ends_on is None:
        return ()
    found = {day for day in content.checks_on if starts_on < day <= ends_on}
    every, times = content.check_every_months, 1
    while every and (day := starts_on + relativedelta(months=every * times)) <= ends_on:
        found.add(day)
        times += 1
    return tuple(sorted(found))


def days_to_come(days: Collection[date], done: Collection[date]) -> tuple[date, ...]:
    """Of ``days`` those that still wait when the checks of the days ``done`` were made: the ones after the last."""
    last = max(done, default=date.min)
    return tuple(sorted(day for day in set(days) if day > last))


def with_next(days: Collection[date], next_on: date) -> tuple[date, ...]:
    """The days that wait once somebody has said that ``next_on`` is the next: no other comes before it."""
    return tuple(sorted({next_on, *(day for day in days if day > next_on)}))
