"""An offered place, for who answers."""

from uuid import UUID

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.refusals import OfferExpired


async def open_offer(work: UnitOfWork, actor: Actor, appointment_id: UUID, proof: str) -> Appointment:
    """The offer, locked, if it can still be answered. Refuses NotFound, OfferExpired."""
    offer = await appointment(work, actor, appointment_id, proof=proof, for_update=True)
    if not offer.is_open_offer(work.now):
        raise OfferExpired
    return offer
