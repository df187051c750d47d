"""The appointments that are to be found at the desk today: by code, or of somebody."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.day.day_row import DayRow
from domain.scheduling.queries.day.day_sheet import rows_where
from domain.scheduling.rules import day_marks
from domain.scheduling.terms import AppointmentState

GONE = (AppointmentState.OFFERED, AppointmentState.CANCELLED)


def keeps_turn(starts_at: datetime, arrived_at: datetime) -> bool:
    """Whether somebody who comes at ``arrived_at`` is called at the hour of the appointment."""
    return day_marks.keeps_turn(starts_at, arrived_at)


async def appointments_today(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[DayRow]:
    """Those of a person today, by hour; in the operator's reach. Three questions at most."""
    return await rows_where(work, operator, col(Appointment.person_id) == person_id, *_today(work))


async def appointment_with_code(work: UnitOfWork, operator: Operator, code: str) -> DayRow | None:
    """The one of today that has the code that somebody shows; None when there is none in the operator's reach."""
    found = await rows_where(work, operator, col(Appointment.code) == code.strip().upper(), *_today(work))
    return found[0] if found else None


async def appointment_row(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> DayRow:
    """One appointment, of any day. Refuses NotFound."""
    found = await rows_where(work, operator, col(Appointment.id) == appointment_id)
    if not found:
        raise NotFound
    return found[0]


def _today(work: UnitOfWork) -> tuple[Any, ...]:
    return (
        col(Appointment.starts_at) >= midnight(work.today),
        col(Appointment.starts_at) < midnight(work.today + timedelta(days=1)),
        col(Appointment.state).not_in(GONE),
    )
