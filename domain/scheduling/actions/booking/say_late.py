"""Who is expected says that they come late."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.refusals import AppointmentSettled


class SayLate(BaseModel):
    """For which appointment. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    proof: str = Field(default="", repr=False)


async def say_late(work: UnitOfWork, actor: Actor, command: SayLate) -> UUID:
    """The office finds it on the sheet of the day. Refuses NotFound, and AppointmentSettled on any other day."""
    found = await appointment(work, actor, command.appointment_id, proof=command.proof)
    async with as_the_program(work, "say late"):
        if day_of(found.starts_at) != work.today:
            raise AppointmentSettled
        found.be_late(work.now)
    return found.id
