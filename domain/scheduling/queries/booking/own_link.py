"""The address of an appointment for the browser in which it was just booked."""

from uuid import UUID

from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.appointment_message import link_of
from domain.scheduling.queries.booking.door import name_asked
from domain.scheduling.rules.links import proof_of


async def link_and_proof(work: UnitOfWork, appointment_id: UUID) -> tuple[str, str]:
    """Its signed address, and the proof that opens it: only for who has just booked it, in the same request."""
    async with as_the_program(work, "own link") as system:
        found = await work.session.get_one(Appointment, appointment_id)
        return link_of(appointment_id), proof_of(
            settings().secret, appointment_id, await name_asked(work, system, found)
        )
