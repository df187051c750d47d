"""The door to an appointment of the own office, for who notes what becomes of it; whether somebody knows of one."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.permissions import may_receive, visible_to
from domain.scheduling.refusals import NotYourDay


async def appointment_to_note(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> Appointment:
    """An appointment of the operator's own office, locked. Refuses NotYourDay, NotFound."""
    if not may_receive(operator):
        raise NotYourDay
    wanted = select(Appointment).where(
        col(Appointment.id) == appointment_id, col(Appointment.office_id) == operator.office_id
    )
    locked = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(locked)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def knows_appointment(work: UnitOfWork, operator: Operator, appointment_id: UUID) -> bool:
    """Whether the page of the appointment opens to the operator: one booked for another office may not."""
    wanted = select(Appointment.id).where(col(Appointment.id) == appointment_id, visible_to(operator))
    return (await work.session.exec(wanted)).first() is not None
