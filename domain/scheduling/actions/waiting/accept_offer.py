"""Somebody takes the place that was offered to them."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.waiting.give_back import give_back
from domain.scheduling.events import AppointmentMoved
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.waiting.open_offer import open_offer
from domain.scheduling.refusals import OfferExpired
from domain.scheduling.terms import AppointmentState


class AcceptOffer(BaseModel):
    """Which offered place. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    proof: str = Field(default="", repr=False)


async def accept_offer(work: UnitOfWork, actor: Actor, command: AcceptOffer) -> None:
    """It is theirs, and the appointment they had is over, in one transaction: nobody ever has two.

    Refuses NotFound, OfferExpired: answered already, too late, or the former appointment was held or given up
    meanwhile by themselves; AlreadyBusy where they have something else at that time.
    """
    offer = await open_offer(work, actor, command.appointment_id, command.proof)
    async with as_the_program(work, "accept offer"):
        wanted = select(Appointment).where(col(Appointment.id) == offer.instead_of_id).with_for_update()
        former = (await work.session.exec(wanted)).one()
        if former.state is AppointmentState.BOOKED:
            former.cancel(work.now, by_office=False)
            await give_back(work, [former.id])
            await work.session.flush()  # nobody has two at a time: the database must see this one go first
        elif former.state is not AppointmentState.CANCELLED or not former.cancelled_by_office:
            raise OfferExpired
        offer.accept(by_id=actor.operator_id if isinstance(actor, Operator) else None)
        where: dict[str, Any] = {
            "agenda_id": offer.agenda_id,
            "office_id": offer.office_id,
            "from_agenda_id": former.agenda_id,
        }
        moved = AppointmentMoved(
            ente_id=offer.ente_id, appointment_id=offer.id, from_starts_at=former.starts_at, **where
        )
        await work.record(moved)
