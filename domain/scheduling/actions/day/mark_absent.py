"""Nobody came to an appointment."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.door import appointment_to_note
from domain.scheduling.rules.day_marks import Mark, marked


class MarkAbsent(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def mark_absent(work: UnitOfWork, operator: Operator, command: MarkAbsent) -> None:
    """Note that nobody came.

    Refuses NotYourDay, NotFound, NotYetTime, AppointmentSettled.
    """
    found = await appointment_to_note(work, operator, command.appointment_id)
    found.state = marked(found.state, Mark.ABSENT, starts_at=found.starts_at, now=work.now)
    found.settled_by_id = operator.operator_id
    found.ended_at = work.now
