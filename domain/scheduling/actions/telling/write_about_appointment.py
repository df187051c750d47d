"""A message about an appointment leaves for the contact that was typed with it."""

from uuid import UUID

from domain.correspondence.actions.write_to_contact import WriteToContact, write_to_contact
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.told_appointment import told_appointment


async def write_about_appointment(appointment_id: str, occasion: str, *, bind: Bind | None = None) -> None:
    """Send what is true now: of an appointment that was moved or hidden meanwhile nothing old leaves."""
    about = Occasion(occasion)
    async with unit_of_work(System("write about appointment"), read_only=True, bind=bind) as work:
        found = await work.session.get(Appointment, UUID(appointment_id))
        if found is None or found.is_hidden:
            return
        told = await told_appointment(work, found, found.language)
        message = WriteToContact(
            key=f"{about.value}:{found.id}:{found.moves}",
            ente_id=found.ente_id,
            occasion=about,
            language=found.language,
            path=told.path,
            written_at=work.now,
            email=found.email,
            phone=found.phone,
            tags=told.tags(about is not Occasion.APPOINTMENT_CANCELLED),
            calendar=told.calendar,
        )
    await write_to_contact(message, bind=bind)
