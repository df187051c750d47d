"""Who keeps failing waits longer and longer."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.access.rules.throttle import LONGEST_WAIT, free_again_at

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def failures(count: int) -> list[datetime]:
    return [NOW - timedelta(seconds=second) for second in range(count)]


def test_four_mistakes_cost_nothing() -> None:
    assert free_again_at(failures(4)) is None


def test_the_fifth_costs_half_a_minute() -> None:
    assert free_again_at(failures(5)) == NOW + timedelta(seconds=30)


@given(st.integers(min_value=5, max_value=60))
def test_each_mistake_waits_at_least_as_long_as_the_one_before_and_never_too_long(count: int) -> None:
    wait, longer = free_again_at(failures(count)), free_again_at(failures(count + 1))
    assert wait is not None and longer is not None
    assert NOW < wait <= longer <= NOW + LONGEST_WAIT
