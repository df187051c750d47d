"""Somebody does not want the place that was offered to them."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Operator
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.waiting.give_back import give_back
from domain.scheduling.events import OfferEnded
from domain.scheduling.queries.waiting.open_offer import open_offer


class RefuseOffer(BaseModel):
    """Which offered place. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    proof: str = Field(default="", repr=False)


async def refuse_offer(work: UnitOfWork, actor: Actor, command: RefuseOffer) -> None:
    """It is free for the next in line; what they had stays as it is. Refuses NotFound, OfferExpired."""
    offer = await open_offer(work, actor, command.appointment_id, command.proof)
    async with as_the_program(work, "refuse offer"):
        offer.cancel(work.now, by_office=False)
        offer.settled_by_id = actor.operator_id if isinstance(actor, Operator) else None
        await give_back(work, [offer.id])
        where: dict[str, Any] = {"agenda_id": offer.agenda_id, "starts_at": offer.starts_at}
        await work.record(OfferEnded(ente_id=offer.ente_id, appointment_id=offer.id, **where))
