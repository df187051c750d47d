"""An appointment will not be held."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator, System
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.booking.let_go import let_go
from domain.scheduling.events import AppointmentCancelled
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.queries.booking.lead import refuse_too_late
from domain.scheduling.refusals import AppointmentSettled


class CancelAppointment(BaseModel):
    """Which one. ``proof`` is that of who comes by the link (``queries.booking.door``)."""

    appointment_id: UUID
    proof: str = Field(default="", repr=False)


async def cancel_appointment(work: UnitOfWork, actor: Actor, command: CancelAppointment) -> UUID:
    """Cancel it: its place, its room and whoever would have been there are free again.

    Who cancels by themselves does it in time. Refuses NotFound, AppointmentSettled, TooLateToChange.
    """
    known = await appointment(work, actor, command.appointment_id, proof=command.proof)
    async with as_the_program(work, "cancel appointment") as system:
        wanted = select(Appointment).where(col(Appointment.id) == known.id).with_for_update()
        gone = (await work.session.exec(wanted.execution_options(populate_existing=True))).one()
        if not gone.may_be_changed:
            raise AppointmentSettled
        refuse_too_late(actor, await work.session.get_one(Agenda, gone.agenda_id), gone, work.now)
        is_by_office = isinstance(actor, Operator | System)
        gone.cancel(work.now, by_office=is_by_office)
        await let_go(work, system, gone.id)
        told = {"ente_id": gone.ente_id, "appointment_id": gone.id, "office_id": gone.office_id}
        await work.record(AppointmentCancelled(**told, agenda_id=gone.agenda_id, is_by_office=is_by_office))
    return gone.id
