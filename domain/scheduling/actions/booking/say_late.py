"""Who is expected says that they come late."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Operator
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.events import LateAnnounced
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.refusals import AppointmentSettled


class SayLate(BaseModel):
    """For which appointment. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    proof: str = Field(default="", repr=False)


async def say_late(work: UnitOfWork, actor: Actor, command: SayLate) -> UUID:
    """The office finds it on the sheet of the day, and is told.

    Refuses NotFound, and AppointmentSettled on any other day.
    """
    found = await appointment(work, actor, command.appointment_id, proof=command.proof)
    async with as_the_program(work, "say late"):
        if day_of(found.starts_at) != work.today:
            raise AppointmentSettled
        found.be_late(work.now)
        by_id = actor.operator_id if isinstance(actor, Operator) else None
        await work.record(LateAnnounced(ente_id=found.ente_id, appointment_id=found.id, by_id=by_id))
    return found.id
