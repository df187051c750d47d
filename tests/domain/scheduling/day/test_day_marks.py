"""What becomes of an appointment: no mark invents an arrival, and every mark can be taken back on its day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.refusals import Refused
from domain.scheduling.refusals import AppointmentSettled, NotYetTime
from domain.scheduling.rules.day_marks import FROM, GRACE, TO, Mark, keeps_turn, marked, taken_back
from domain.scheduling.terms import AppointmentState

NINE = datetime(2026, 12, 14, 8, 0, tzinfo=UTC)
STATES = st.sampled_from(AppointmentState)
MARKS = st.sampled_from(Mark)
HOURS = st.integers(-60 * 72, 60 * 72).map(lambda minutes: NINE + timedelta(minutes=minutes))


@given(state=STATES, mark=MARKS, now=HOURS)
def test_a_mark_is_refused_or_leads_to_its_own_state(state: AppointmentState, mark: Mark, now: datetime) -> None:
    try:
        assert marked(state, mark, starts_at=NINE, now=now) is TO[mark]
    except Refused:
        return
    assert state in FROM[mark]
    assert now >= NINE - timedelta(hours=9), "nothing is noted before the day"


@given(mark=st.sampled_from([Mark.ARRIVED, Mark.DONE, Mark.ABSENT]), minutes=st.integers(0, 14 * 60))
def test_what_is_noted_of_who_was_expected_can_be_taken_back_on_the_same_day(mark: Mark, minutes: int) -> None:
    now = NINE + timedelta(minutes=minutes)
    after = marked(AppointmentState.BOOKED, mark, starts_at=NINE, now=now)
    arrived_at = now if mark is Mark.ARRIVED else None
    assert taken_back(after, arrived_at=arrived_at, starts_at=NINE, now=now) is AppointmentState.BOOKED


def test_nobody_is_absent_before_the_hour_nor_arrives_before_the_day() -> None:
    with pytest.raises(NotYetTime):
        marked(AppointmentState.BOOKED, Mark.ABSENT, starts_at=NINE, now=NINE - timedelta(minutes=1))
    with pytest.raises(NotYetTime):
        marked(AppointmentState.BOOKED, Mark.ARRIVED, starts_at=NINE, now=NINE - timedelta(days=1))


def test_who_was_held_absent_may_still_come_but_who_cancelled_does_not() -> None:
    assert marked(AppointmentState.ABSENT, Mark.ARRIVED, starts_at=NINE, now=NINE) is AppointmentState.ARRIVED
    with pytest.raises(AppointmentSettled):
        marked(AppointmentState.CANCELLED, Mark.ARRIVED, starts_at=NINE, now=NINE)


def test_what_was_held_yesterday_is_not_taken_back() -> None:
    with pytest.raises(AppointmentSettled):
        taken_back(AppointmentState.DONE, arrived_at=NINE, starts_at=NINE, now=NINE + timedelta(days=1))


def test_a_quarter_of_an_hour_late_keeps_the_turn() -> None:
    assert keeps_turn(NINE, NINE + GRACE)
    assert not keeps_turn(NINE, NINE + GRACE + timedelta(seconds=1))
