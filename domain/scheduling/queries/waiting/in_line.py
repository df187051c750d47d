"""Who would like to come earlier, in the order in which they booked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.terms import AppointmentState

MOST = 50


@dataclass(frozen=True)
class InLine:
    """Somebody who would like to come earlier, and when they were asked before."""

    appointment: Appointment
    asked_before: tuple[datetime, ...]


async def in_line(work: UnitOfWork, system: System, agenda: Agenda, starts_at: datetime) -> list[InLine]:
    """Those of the agenda's office who booked a later time for a need that the agenda has time for; at most MOST.

    Who has an offer open is not among them, nor who is hidden: they are told nothing. Two questions.
    """
    asked = aliased(Appointment)
    is_open = select(asked.id).where(
        col(asked.instead_of_id) == col(Appointment.id), col(asked.state) == AppointmentState.OFFERED
    )
    served = select(AgendaNeed.need_id).where(col(AgendaNeed.agenda_id) == agenda.id)
    wanted = select(Appointment).where(
        visible_to(system),
        col(Appointment.office_id) == agenda.office_id,
        col(Appointment.state) == AppointmentState.BOOKED,
        col(Appointment.wants_earlier),
        sa.not_(col(Appointment.is_hidden)),
        col(Appointment.starts_at) > starts_at,
        col(Appointment.need_id).in_(served),
        sa.not_(is_open.exists()),
    )
    first = wanted.order_by(col(Appointment.created_at), col(Appointment.id)).limit(MOST)
    waiting = (await work.session.exec(first)).all()
    before = select(Appointment.instead_of_id, Appointment.created_at).where(
        col(Appointment.instead_of_id).in_([one.id for one in waiting])
    )
    times: dict[UUID | None, tuple[datetime, ...]] = {}
    for former_id, asked_at in (await work.session.exec(before)).all() if waiting else ():
        times[former_id] = (*times.get(former_id, ()), asked_at)
    return [InLine(one, times.get(one.id, ())) for one in waiting]
