"""A message about an appointment leaves for the contact that was typed with it, if it is still so."""

from datetime import datetime
from uuid import UUID

from domain.correspondence.actions.write_to_contact import WriteToContact, write_to_contact
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.appointment_message import message_about
from domain.scheduling.terms import AppointmentState

STILL_SO = {
    Occasion.APPOINTMENT_BOOKED: AppointmentState.BOOKED,
    Occasion.APPOINTMENT_MOVED: AppointmentState.BOOKED,
    Occasion.APPOINTMENT_CANCELLED: AppointmentState.CANCELLED,
    Occasion.APPOINTMENT_REMINDER: AppointmentState.BOOKED,
    Occasion.APPOINTMENT_EARLIER: AppointmentState.OFFERED,
    Occasion.APPOINTMENT_REPLACED: AppointmentState.OFFERED,
    Occasion.APPOINTMENT_CALLED_OFF: AppointmentState.CANCELLED,
}
"""In which state of the appointment a message is still right to send."""


async def write_about_appointment(
    appointment_id: str, occasion: str, key: str, starts_at: str, *, bind: Bind | None = None
) -> None:
    """Send it, or not at all: an appointment that was moved, hidden or answered meanwhile needs no such message.

    What the provider does not take now is raised, so that the job is tried again: then it is looked at again.
    """
    on = Occasion(occasion)
    async with unit_of_work(System("write about appointment"), read_only=True, bind=bind) as work:
        about = await work.session.get(Appointment, UUID(appointment_id))
        if about is None or about.is_hidden or about.starts_at != datetime.fromisoformat(starts_at):
            return
        if about.state is not STILL_SO[on]:
            return
        message = await message_about(work, about, on)
        writing = WriteToContact(
            key=key,
            ente_id=about.ente_id,
            occasion=on,
            language=about.language,
            path=message.path,
            written_at=work.now,
            email=about.email,
            phone=about.phone,
            tags=message.tags,
            calendar=message.calendar,
        )
    await write_to_contact(writing, bind=bind)
