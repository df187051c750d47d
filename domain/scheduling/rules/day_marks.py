"""What becomes of an appointment on its day: which mark may follow which state, and when."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.kernel.clock import day_of
from domain.scheduling.refusals import AppointmentSettled, NotYetTime
from domain.scheduling.terms import AppointmentState

GRACE = timedelta(minutes=15)
"""Who comes so much later than the hour has lost the turn, not the appointment."""


class Mark(StrEnum):
    """What somebody at the desk notes of an appointment."""

    ARRIVED = "arrived"
    DONE = "done"
    ABSENT = "absent"


FROM = {
    Mark.ARRIVED: frozenset({AppointmentState.BOOKED, AppointmentState.ABSENT}),
    Mark.DONE: frozenset({AppointmentState.BOOKED, AppointmentState.ARRIVED}),
    Mark.ABSENT: frozenset({AppointmentState.BOOKED}),
}
TO = {
    Mark.ARRIVED: AppointmentState.ARRIVED,
    Mark.DONE: AppointmentState.DONE,
    Mark.ABSENT: AppointmentState.ABSENT,
}

MARKED = frozenset({AppointmentState.ARRIVED, AppointmentState.DONE, AppointmentState.ABSENT})


def marked(state: AppointmentState, mark: Mark, *, starts_at: datetime, now: datetime) -> AppointmentState:
    """The state after ``mark``.

    Who was thought absent may still come. Refuses AppointmentSettled, and NotYetTime: before the day of the
    appointment for all marks, before its hour for an absence.
    """
    if state not in FROM[mark]:
        raise AppointmentSettled
    if day_of(now) < day_of(starts_at) or (mark is Mark.ABSENT and now < starts_at):
        raise NotYetTime
    return TO[mark]


def taken_back(
    state: AppointmentState, *, arrived_at: datetime | None, starts_at: datetime, now: datetime
) -> AppointmentState:
    """The state before the last mark; only on the day of the appointment. Refuses AppointmentSettled."""
    if day_of(now) != day_of(starts_at):
        raise AppointmentSettled
    match state:
        case AppointmentState.DONE:
            return AppointmentState.ARRIVED if arrived_at else AppointmentState.BOOKED
        case AppointmentState.ABSENT | AppointmentState.ARRIVED:
            return AppointmentState.BOOKED
        case _:
            raise AppointmentSettled


def keeps_turn(starts_at: datetime, arrived_at: datetime) -> bool:
    """Whether somebody came in time to be called at the hour of the appointment; later they wait like anybody."""
    return arrived_at <= starts_at + GRACE
