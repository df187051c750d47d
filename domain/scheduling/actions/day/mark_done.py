"""An appointment was held."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.door import appointment_to_note
from domain.scheduling.rules.day_marks import Mark, marked


class MarkDone(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def mark_done(work: UnitOfWork, operator: Operator, command: MarkDone) -> None:
    """Note that it was held, and when it ended.

    Refuses NotYourDay, NotFound, NotYetTime, AppointmentSettled.
    """
    found = await appointment_to_note(work, operator, command.appointment_id)
    found.state = marked(found.state, Mark.DONE, starts_at=found.starts_at, now=work.now)
    found.settled_by_id = operator.operator_id
    found.ended_at = work.now
