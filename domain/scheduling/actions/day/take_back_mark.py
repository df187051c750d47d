"""What was noted of an appointment by mistake is taken back."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.door import appointment_to_note
from domain.scheduling.rules.day_marks import taken_back
from domain.scheduling.terms import AppointmentState


class TakeBackMark(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def take_back_mark(work: UnitOfWork, operator: Operator, command: TakeBackMark) -> None:
    """The appointment stands again as before the last mark; only on its day.

    Refuses NotYourDay, NotFound, AppointmentSettled, and AlreadyBusy when the person has another one then by now.
    """
    found = await appointment_to_note(work, operator, command.appointment_id)
    found.state = taken_back(found.state, arrived_at=found.arrived_at, starts_at=found.starts_at, now=work.now)
    found.ended_at, found.settled_by_id = None, None
    if found.state is AppointmentState.BOOKED:
        found.arrived_at = None
