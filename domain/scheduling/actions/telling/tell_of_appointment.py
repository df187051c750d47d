"""Writes to whom an appointment is for: to the person by the one door for messages, else to the contact they left."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.queries.leaves_at import leaves_at
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.addresses_of import addresses_of
from domain.registry.terms import ContactKind
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.appointment_message import CONFIRMING, message_about


class TellOfAppointment(BaseModel):
    """Of which appointment, on which occasion; ``key`` makes it be written once. Empty: once for each change of it."""

    appointment_id: UUID
    occasion: Occasion
    key: str = ""


async def tell_of_appointment(work: UnitOfWork, system: System, command: TellOfAppointment) -> bool:
    """Whether something was written; of a hidden appointment nothing ever is. For reactions and jobs.

    Somebody of the registry gets a message, as they want and as it is safe. The contact that was typed is written to
    where nobody of the registry is meant, or where no other e-mail address is known of who need not be careful: at
    once what confirms something, the rest when messages may leave.
    """
    about = await work.session.get(Appointment, command.appointment_id)
    if about is None or about.is_hidden:
        return False
    key = command.key or f"{command.occasion.value}:{about.id}:{about.moves}"
    person_id = about.booked_by_id or about.person_id
    is_written = False
    if person_id is not None:
        message = await message_about(work, about, command.occasion)
        letter = SendLetter(
            key=key,
            ente_id=about.ente_id,
            person_id=person_id,
            language=about.language,
            occasion=command.occasion,
            tags=message.tags,
            path=message.path,
            is_urgent=command.occasion in CONFIRMING,
            calendar=message.calendar,
        )
        is_written = await send_letter(work, letter) is not None
        if not (about.email and await _is_only_address(work, person_id)):
            return is_written
    if not (about.email or about.phone):
        return is_written
    pause = 0.0
    if command.occasion not in CONFIRMING:
        pause = (await leaves_at(work, about.ente_id, None) - work.now).total_seconds()
    told = (str(about.id), command.occasion.value, key, about.starts_at.isoformat())
    await work.defer("write_about_appointment", *told, delay_seconds=pause)
    return True


async def _is_only_address(work: UnitOfWork, person_id: UUID) -> bool:
    if (await safe_contact_of(work, person_id)).is_cautious:
        return False
    return ContactKind.EMAIL not in await addresses_of(work, person_id)
