"""Whoever receives finds a notice that somebody comes late: hour and agenda, nothing about them."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.clock import ROME
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.resource import AgendaResource, Resource


class TellOfLateness(BaseModel):
    """For which appointment; ``by_id`` is the operator who knows it already."""

    appointment_id: UUID
    by_id: UUID | None = None


async def tell_of_lateness(work: UnitOfWork, system: System, command: TellOfLateness) -> int:
    """How many were told: the operators of the agenda; where it has none, those of the desk. For reactions.

    Each is told once of an appointment at its hour, however often it is said.
    """
    about = await work.session.get_one(Appointment, command.appointment_id)
    agenda = await work.session.get_one(Agenda, about.agenda_id)
    hour = about.starts_at.astimezone(ROME)
    receiving = await _receiving(work, agenda.id)
    told = 0
    for operator_id in receiving or (None,):
        notice = NotifyOperators(
            ente_id=about.ente_id,
            kind=NoticeKind.APPOINTMENT_LATE,
            key=f"appointment-late:{about.id}:{about.moves}",
            subject=_(
                "Chi ha l'appuntamento delle %(time)s arriva in ritardo. L'agenda è %(agenda)s.",
                time=f"{hour:%H:%M}",
                agenda=agenda.name,
            ),
            path=f"/appuntamenti?giorno={hour.date().isoformat()}&ufficio={about.office_id}",
            operator_id=operator_id,
            office_id=about.office_id,
            roles=DESK_ROLES,
            but=command.by_id,
        )
        told += await notify_operators(work, system, notice)
    return told


async def _receiving(work: UnitOfWork, agenda_id: UUID) -> Sequence[UUID]:
    """Who receives in the agenda, if it says so."""
    wanted = (
        select(Resource.operator_id)
        .join(AgendaResource, col(AgendaResource.resource_id) == col(Resource.id))
        .where(col(AgendaResource.agenda_id) == agenda_id, col(Resource.operator_id).is_not(None))
    )
    return [one for one in (await work.session.exec(wanted)).all() if one is not None]
