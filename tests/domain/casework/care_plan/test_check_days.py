"""On which days a plan is checked: for every period, every number of months, every day that was named."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from domain.casework.rules.care_plan.check_days import check_days, days_to_come, with_next
from domain.casework.rules.care_plan.content import PlanContent

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
MONTHS = st.integers(1, 24)
LENGTHS = st.integers(1, 3650)


def content(starts_on: date, ends_on: date, every: int | None = None, *named: date) -> PlanContent:
    return PlanContent(starts_on=starts_on, ends_on=ends_on, check_every_months=every, checks_on=named)


@given(DAYS, LENGTHS, MONTHS, st.lists(DAYS, max_size=4))
def test_no_check_is_on_the_first_day_or_after_the_last(
    start: date, length: int, every: int, named: list[date]
) -> None:
    end = start + timedelta(days=length)
    found = check_days(content(start, end, every, *named))
    assert all(start < day <= end for day in found)
    assert list(found) == sorted(set(found))
    assert {day for day in named if start < day <= end} <= set(found)


@given(DAYS, LENGTHS, MONTHS)
def test_checks_come_back_to_the_day_of_the_start_or_the_end_of_a_shorter_month(
    start: date, length: int, every: int
) -> None:
    for times, day in enumerate(check_days(content(start, start + timedelta(days=length), every)), start=1):
        months = (day.year - start.year) * 12 + day.month - start.month
        assert months == every * times
        is_last = (day + timedelta(days=1)).month != day.month
        assert day.day == start.day or (is_last and day.day < start.day)


@given(DAYS, LENGTHS, MONTHS)
def test_a_check_more_would_be_after_the_end(start: date, length: int, every: int) -> None:
    end = start + timedelta(days=length)
    made = len(check_days(content(start, end, every)))
    assert start + relativedelta(months=every * (made + 1)) > end


def test_month_ends_and_leap_days() -> None:
    assert check_days(content(date(2027, 1, 31), date(2027, 5, 31), 1)) == (
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    )
    assert check_days(content(date(2024, 2, 29), date(2028, 3, 1), 12)) == (
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    )
    assert check_days(PlanContent(check_every_months=3)) == ()


@given(st.sets(DAYS, max_size=12), st.sets(DAYS, max_size=6))
def test_what_was_done_is_never_asked_again(days: set[date], done: set[date]) -> None:
    waiting = days_to_come(days, done)
    assert not set(waiting) & done
    assert all(day > past for day in waiting for past in done)
    assert set(waiting) == (days if not done else {day for day in days if day > max(done)})


@given(st.sets(DAYS, max_size=12), DAYS)
def test_the_day_that_was_said_is_the_next_one(days: set[date], next_on: date) -> None:
    found = with_next(days, next_on)
    assert found[0] == next_on
    assert set(found[1:]) == {day for day in days if day > next_on}
