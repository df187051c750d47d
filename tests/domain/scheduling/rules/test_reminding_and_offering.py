"""When people are reminded, and how long a place is kept: rules, with every hour of the year tried."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.clock import ROME
from domain.scheduling.rules.offering import Limits, answer_by, may_be_asked
from domain.scheduling.rules.reminding import reminder_due

HOUR = timedelta(hours=1)
LIMITS = Limits(kept_for=24 * HOUR, lead=48 * HOUR, pause=24 * HOUR, most=3)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
HOURS = st.lists(st.integers(1, 336), max_size=3)


@given(starts_at=INSTANTS, hours=HOURS, booked_before=st.integers(1, 2000), step=st.integers(1, 90))
def test_however_often_the_clock_is_looked_at_each_reminder_is_due_at_one_stretch_only(
    starts_at: datetime, hours: list[int], booked_before: int, step: int
) -> None:
    booked_at = starts_at - booked_before * HOUR
    seen: list[int] = []
    now = booked_at
    while now < starts_at + 2 * HOUR:
        due = reminder_due(starts_at, booked_at, hours, now)
        if due is not None and (not seen or seen[-1] != due):
            seen.append(due)
        if due is not None:
            assert starts_at - due * HOUR <= now < starts_at
        now += timedelta(minutes=step * 5)
    assert seen == sorted(set(seen), reverse=True)
    assert all(hour <= booked_before for hour in seen)


def test_in_the_night_in_which_an_hour_comes_twice_three_hours_are_three_hours() -> None:
    starts_at = datetime(2026, 10, 25, 3, 30, tzinfo=ROME).astimezone(UTC)
    booked_at = starts_at - 240 * HOUR
    assert reminder_due(starts_at, booked_at, [3], starts_at - 3 * HOUR - timedelta(minutes=1)) is None
    assert reminder_due(starts_at, booked_at, [3], starts_at - 3 * HOUR) == 3


def test_who_was_not_reminded_in_time_hears_it_once_and_not_twice() -> None:
    starts_at = datetime(2027, 3, 2, 9, tzinfo=UTC)
    assert reminder_due(starts_at, starts_at - 240 * HOUR, [48, 3], starts_at - HOUR) == 3
    assert reminder_due(starts_at, starts_at - 240 * HOUR, [48, 3], starts_at) is None


def test_who_books_for_tomorrow_is_not_told_at_once_that_it_is_in_two_days() -> None:
    starts_at = datetime(2027, 3, 2, 9, tzinfo=UTC)
    booked_at = starts_at - 20 * HOUR
    assert reminder_due(starts_at, booked_at, [48, 3], booked_at + HOUR) is None
    assert reminder_due(starts_at, booked_at, [48, 3], starts_at - 2 * HOUR) == 3


@given(starts_at=INSTANTS, before=st.integers(0, 5000), kept=st.integers(1, 240), lead=st.integers(0, 720))
def test_a_place_is_never_kept_longer_than_said_nor_offered_at_the_last_moment(
    starts_at: datetime, before: int, kept: int, lead: int
) -> None:
    asked_at = starts_at - before * HOUR
    until = answer_by(starts_at, asked_at, Limits(kept * HOUR, lead * HOUR, 24 * HOUR, 3))
    if until is None:
        assert before - lead < 1
    else:
        assert asked_at + HOUR <= until <= min(asked_at + kept * HOUR, starts_at - lead * HOUR)


def test_nobody_is_asked_often_nor_twice_in_a_day() -> None:
    now = datetime(2027, 3, 2, 9, tzinfo=UTC)
    days = [now - timedelta(days=number) for number in range(1, 4)]
    assert may_be_asked([], now, LIMITS)
    assert may_be_asked(days[:2], now, LIMITS)
    assert not may_be_asked(days, now, LIMITS)
    assert not may_be_asked([now - 23 * HOUR], now, LIMITS)
