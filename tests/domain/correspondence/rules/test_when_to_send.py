"""When a message leaves: never in a forbidden hour, never before now, as early as possible; also on odd nights."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.correspondence.rules.when_to_send import ALWAYS, DAY_MINUTES, Hours, minutes_of, outside, when_to_send
from domain.kernel.clock import ROME

minutes = st.integers(0, DAY_MINUTES - 1)
some_days = st.frozensets(st.integers(0, 6), min_size=1)
windows = st.builds(
    lambda starts, length, days: Hours(starts, min(starts + length, DAY_MINUTES), days),
    minutes,
    st.integers(60, 600),
    some_days,
)
nights = st.builds(
    lambda start, end, sunday: outside(start, end, is_sunday_quiet=sunday), minutes, minutes, st.booleans()
)
around_changes = st.sampled_from([datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
instants = st.one_of(
    st.builds(
        lambda more: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=more), st.integers(0, 8 * 365 * 86_400)
    ),
    st.builds(
        lambda day, more: day - timedelta(hours=3) + timedelta(minutes=more), around_changes, st.integers(0, 600)
    ),
)


@given(instants, st.one_of(windows, nights), st.floats(0, 1))
def test_it_leaves_as_early_as_it_may(now: datetime, hours: Hours, share: float) -> None:
    leaves_at = when_to_send(now, [hours])
    assert leaves_at >= now
    assert hours.allow(leaves_at)
    before = now + (leaves_at - now) * share
    assert before >= leaves_at or not hours.allow(before)


@given(instants)
def test_without_hours_it_leaves_now(now: datetime) -> None:
    assert when_to_send(now, []) == now == when_to_send(now, [ALWAYS])
    assert when_to_send(now, [outside(0, 0, is_sunday_quiet=False)]) == now


@given(instants, nights, nights)
def test_two_sets_of_hours_are_both_obeyed_or_refused(now: datetime, one: Hours, other: Hours) -> None:
    try:
        leaves_at = when_to_send(now, [one, other])
    except ValueError:
        minute = (
            now.replace(second=0, microsecond=0) + timedelta(minutes=ahead) for ahead in range(1, 8 * DAY_MINUTES, 7)
        )
        assert not any(one.allow(moment) and other.allow(moment) for moment in minute)
        return
    assert one.allow(leaves_at) and other.allow(leaves_at)


NIGHT = outside(21 * 60, 8 * 60, is_sunday_quiet=True)
LATE = Hours(2 * 60 + 15, 2 * 60 + 45)


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ((2026, 11, 27, 20, 59), (2026, 11, 27, 20, 59)),
        ((2026, 11, 27, 21, 0), (2026, 11, 28, 8, 0)),
        ((2026, 11, 28, 22, 30), (2026, 11, 30, 8, 0)),  # Saturday night: Sunday rests too
        ((2026, 11, 29, 12, 0), (2026, 11, 30, 8, 0)),
    ],
)
def test_at_night_and_on_sunday_it_waits(written: tuple[int, ...], leaves: tuple[int, ...]) -> None:
    asked, expected = (datetime(*moment, tzinfo=ROME) for moment in (written, leaves))  # type: ignore[misc]
    assert when_to_send(asked, [NIGHT]) == expected


def test_an_hour_that_is_skipped_in_spring_is_that_of_the_day_after() -> None:
    written = datetime(2026, 3, 29, 0, 30, tzinfo=ROME)
    assert when_to_send(written, [LATE]).astimezone(ROME) == datetime(2026, 3, 30, 2, 15, tzinfo=ROME)


def test_an_hour_that_comes_twice_in_autumn_is_the_first_of_the_two() -> None:
    written = datetime(2026, 10, 25, 0, 30, tzinfo=ROME).astimezone(UTC)
    assert when_to_send(written, [LATE]) == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "found"), [("9:30", 570), ("09.05", 545), (" 24:00 ", 1440), ("", None), (3, 3)])
def test_hours_are_understood_as_people_type_them(typed: object, found: object) -> None:
    assert minutes_of(typed) == found


@pytest.mark.parametrize("typed", ["9", "25:00", "9:60", "mattina", "-1:00"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="time_parsing"):
        minutes_of(typed)
