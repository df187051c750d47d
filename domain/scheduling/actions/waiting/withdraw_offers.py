"""Takes back offers whose ground is gone: who had them moved or gave up the appointment that they had."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.waiting.give_back import give_back
from domain.scheduling.events import OfferEnded
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import visible_to
from domain.scheduling.terms import AppointmentState


class WithdrawOffers(BaseModel):
    """Made in place of which appointments."""

    former_ids: list[UUID]


async def withdraw_offers(work: UnitOfWork, system: System, command: WithdrawOffers) -> None:
    """Their places are free for the next in line. Nothing happens where there is no open offer."""
    wanted = select(Appointment).where(
        visible_to(system),
        col(Appointment.instead_of_id).in_(command.former_ids),
        col(Appointment.state) == AppointmentState.OFFERED,
    )
    for offer in (await work.session.exec(wanted.with_for_update())).all():
        offer.cancel(work.now, by_office=True)
        await give_back(work, [offer.id])
        await work.record(
            OfferEnded(
                ente_id=offer.ente_id, appointment_id=offer.id, agenda_id=offer.agenda_id, starts_at=offer.starts_at
            )
        )
