"""When somebody who was invited to book is reminded, and when it is over."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.scheduling.rules.inviting import is_over, is_to_remind, last_day, remind_on

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
TERMS = st.integers(1, 366)


@given(DAYS, TERMS)
def test_the_reminder_comes_after_the_invitation_and_before_the_last_day(invited_on: date, days: int) -> None:
    until = last_day(invited_on, days)
    on = remind_on(invited_on, until)
    if on is None:
        assert days == 1
    else:
        assert invited_on < on < until
        assert abs((on - invited_on) - (until - on)) <= timedelta(days=1), "in the middle"


@given(DAYS, TERMS, st.integers(-5, 400))
def test_nobody_is_reminded_of_what_is_over(invited_on: date, days: int, later: int) -> None:
    until, today = last_day(invited_on, days), invited_on + timedelta(days=later)
    assert not (is_over(until, today) and is_to_remind(remind_on(invited_on, until), until, today))


def test_two_weeks_are_halved_also_over_the_night_in_which_the_clock_is_put_forward() -> None:
    invited_on = date(2027, 3, 22)  # the clock is put forward on the 28th
    until = last_day(invited_on, 14)
    on = remind_on(invited_on, until)
    assert (on, until) == (date(2027, 3, 29), date(2027, 4, 5))
    assert [is_to_remind(on, until, date(2027, 3, day)) for day in (28, 29, 30)] == [False, True, True]
    assert [is_over(until, date(2027, 4, day)) for day in (5, 6)] == [False, True], "the last day still counts"
