"""Days are Italian days."""

from datetime import UTC, datetime

from domain.kernel.clock import day_of


def test_a_late_evening_in_italy_is_still_that_day_in_summer() -> None:
    assert day_of(datetime(2026, 7, 1, 21, 59, tzinfo=UTC)).isoformat() == "2026-07-01"


def test_after_midnight_in_italy_it_is_the_next_day_though_utc_is_behind() -> None:
    assert day_of(datetime(2026, 7, 1, 22, 0, tzinfo=UTC)).isoformat() == "2026-07-02"
