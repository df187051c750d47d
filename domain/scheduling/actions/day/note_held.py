"""A contact was written down whole: the appointment that it came from was held."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import may_receive
from domain.scheduling.terms import AppointmentState

OPEN = (AppointmentState.BOOKED, AppointmentState.ARRIVED, AppointmentState.ABSENT)


class NoteHeld(BaseModel):
    """Which appointment."""

    appointment_id: UUID


async def note_held(work: UnitOfWork, operator: Operator, command: NoteHeld) -> None:
    """Note that it was held; nothing is changed, nor refused, where it was settled otherwise or is another office's."""
    wanted = select(Appointment).where(
        col(Appointment.id) == command.appointment_id,
        col(Appointment.office_id) == operator.office_id,
        col(Appointment.state).in_(OPEN),
    )
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None or not may_receive(operator):
        return
    found.state, found.ended_at = AppointmentState.DONE, work.now
    found.settled_by_id = operator.operator_id
