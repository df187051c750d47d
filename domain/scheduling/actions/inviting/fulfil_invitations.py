"""Who was invited has booked: nobody waits any more."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.queries.former_records import former_records
from domain.scheduling.actions.inviting.take_back_messages import TakeBackMessages, take_back_messages
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import invitation_visible_to
from domain.scheduling.terms.invitations import UNSETTLED


class FulfilInvitations(BaseModel):
    """By which appointment."""

    appointment_id: UUID


async def fulfil_invitations(work: UnitOfWork, system: System, command: FulfilInvitations) -> None:
    """Those of the same person for the same need in the same ente, in whichever office, also after the last day.

    Whoever booked it, and on whichever record of the person it was written. For reactions.
    """
    booked = await work.session.get(Appointment, command.appointment_id)
    if booked is None or booked.person_id is None or booked.need_id is None:
        return
    records = [booked.person_id, *await former_records(work, booked.person_id)]
    wanted = select(BookingInvitation).where(
        invitation_visible_to(system),
        col(BookingInvitation.person_id).in_(records),
        col(BookingInvitation.need_id) == booked.need_id,
        col(BookingInvitation.ente_id) == booked.ente_id,
        col(BookingInvitation.state).in_(UNSETTLED),
    )
    found = (await work.session.exec(wanted.with_for_update())).all()
    for invitation in found:
        invitation.fulfil(booked.id, work.now)
    await take_back_messages(work, system, TakeBackMessages(invitation_ids=[one.id for one in found]))
