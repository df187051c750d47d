"""Writes to somebody who left an e-mail address or a telephone, if it is still so."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.write_to_contact import WriteToContact, write_to_contact
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.told_appointment import link_of
from domain.scheduling.queries.waiting.message_tags import message_tags
from domain.scheduling.terms import AppointmentState

STILL_SO = {
    Occasion.APPOINTMENT_REMINDER: AppointmentState.BOOKED,
    Occasion.APPOINTMENT_EARLIER: AppointmentState.OFFERED,
    Occasion.APPOINTMENT_REPLACED: AppointmentState.OFFERED,
    Occasion.APPOINTMENT_CALLED_OFF: AppointmentState.CANCELLED,
}
"""In which state of the appointment a message is still right to send."""


class TellContact(BaseModel):
    """Of which appointment, on which occasion, and when it was to be."""

    appointment_id: UUID
    occasion: Occasion
    key: str
    starts_at: datetime


async def tell_contact(command: TellContact, *, bind: Bind | None = None) -> None:
    """Send it, or not at all: an appointment that was moved, cancelled or answered meanwhile needs no such message.

    What the provider does not take now is raised, so that the job is tried again: then it is looked at again.
    """
    async with unit_of_work(System("tell contact"), read_only=True, bind=bind) as work:
        wanted = select(Appointment).where(col(Appointment.id) == command.appointment_id)
        about = (await work.session.exec(wanted)).one_or_none()
        if about is None or about.is_hidden or about.starts_at != command.starts_at:
            return
        if about.state is not STILL_SO[command.occasion]:
            return
        writing = WriteToContact(
            key=command.key,
            ente_id=about.ente_id,
            occasion=command.occasion,
            language=about.language,
            path=link_of(about.id),
            written_at=work.now,
            email=about.email,
            phone=about.phone,
            tags=message_tags(about),
        )
    await write_to_contact(writing, bind=bind)
