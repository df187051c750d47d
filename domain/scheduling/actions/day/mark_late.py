"""Somebody let the office know that they are late."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.door import appointment_to_note
from domain.scheduling.rules.day_marks import Mark, marked


class MarkLate(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def mark_late(work: UnitOfWork, operator: Operator, command: MarkLate) -> None:
    """Note it: their place is kept.

    Refuses NotYourDay, NotFound, NotYetTime, AppointmentSettled.
    """
    found = await appointment_to_note(work, operator, command.appointment_id)
    found.state = marked(found.state, Mark.LATE, starts_at=found.starts_at, now=work.now)
    found.late_at = work.now
