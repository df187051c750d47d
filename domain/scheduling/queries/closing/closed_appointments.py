"""The appointments that fall into a closed time, and the agendas that could take them."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.opening import Closure
from domain.scheduling.terms import AppointmentState

EXPECTED = (AppointmentState.BOOKED, AppointmentState.OFFERED)


def falls_into(closure: Closure) -> sa.ColumnElement[bool]:
    """The SQL condition that an appointment is expected in the closed time, by whom the closure is about."""
    within = (
        col(Appointment.ente_id) == closure.ente_id,
        col(Appointment.state).in_(EXPECTED),
        col(Appointment.starts_at) < closure.ends_at,
        col(Appointment.ends_at) > closure.starts_at,
    )
    return sa.and_(*within, *_whose(closure))


def _whose(closure: Closure) -> list[sa.ColumnElement[bool]]:
    if closure.office_id is not None:
        return [col(Appointment.office_id) == closure.office_id]
    if closure.agenda_id is not None:
        return [col(Appointment.agenda_id) == closure.agenda_id]
    if closure.resource_id is not None:
        held = select(ResourceHold.id).where(
            col(ResourceHold.appointment_id) == col(Appointment.id),
            col(ResourceHold.resource_id) == closure.resource_id,
        )
        return [held.exists()]
    return []


async def closed_appointments(work: UnitOfWork, closure: Closure, most: int) -> Sequence[Appointment]:
    """The first ``most`` of them, locked; hidden ones are not among them: nothing is ever sent about those."""
    wanted = select(Appointment).where(falls_into(closure), sa.not_(col(Appointment.is_hidden)))
    first = wanted.order_by(col(Appointment.starts_at), col(Appointment.id)).limit(most)
    return (await work.session.exec(first.with_for_update())).all()


async def agendas_near(work: UnitOfWork, closure: Closure) -> Sequence[UUID]:
    """The agendas in use of the offices in which somebody is expected in the closed time."""
    offices = select(Appointment.office_id).where(falls_into(closure))
    wanted = select(Agenda.id).where(col(Agenda.office_id).in_(offices), col(Agenda.is_open))
    return (await work.session.exec(wanted)).all()
