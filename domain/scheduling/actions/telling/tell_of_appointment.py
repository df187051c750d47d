"""The person is told that an appointment was booked, moved or cancelled."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.addresses_of import addresses_of
from domain.registry.terms import ContactKind
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.told_appointment import told_appointment


class TellOfAppointment(BaseModel):
    """Which appointment, and what has happened to it."""

    appointment_id: UUID
    occasion: Occasion


async def tell_of_appointment(work: UnitOfWork, system: System, command: TellOfAppointment) -> None:
    """Write to who booked it, or to whom it is about; of a hidden one nothing leaves. Once for each change.

    Somebody of the registry gets a message, as they want and as it is safe. The contact that was typed is written to
    where nobody of the registry is meant, or where no other e-mail address is known of who need not be careful.
    """
    found = await work.session.get(Appointment, command.appointment_id)
    if found is None or found.is_hidden:
        return
    person_id = found.booked_by_id or found.person_id
    if person_id is None:
        await work.defer("write_about_appointment", str(found.id), command.occasion.value)
        return
    told = await told_appointment(work, found, found.language)
    letter = SendLetter(
        key=f"{command.occasion.value}:{found.id}:{found.moves}",
        ente_id=found.ente_id,
        person_id=person_id,
        language=found.language,
        occasion=command.occasion,
        tags=told.tags(command.occasion is not Occasion.APPOINTMENT_CANCELLED),
        path=told.path,
        is_urgent=True,
        calendar=told.calendar,
    )
    await send_letter(work, letter)
    if found.email and await _is_only_address(work, person_id):
        await work.defer("write_about_appointment", str(found.id), command.occasion.value)


async def _is_only_address(work: UnitOfWork, person_id: UUID) -> bool:
    if (await safe_contact_of(work, person_id)).is_cautious:
        return False
    return ContactKind.EMAIL not in await addresses_of(work, person_id)
