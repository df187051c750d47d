"""Writes to whom an appointment is for: to the person by the one door for messages, else to the contact they left."""

from dataclasses import dataclass

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.queries.leaves_at import leaves_at
from domain.correspondence.terms.occasions import Occasion
from domain.platform.work import UnitOfWork
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.booking.told_appointment import link_of
from domain.scheduling.queries.waiting.message_tags import message_tags


@dataclass(frozen=True)
class TellAppointment:
    """Of which appointment, on which occasion; ``key`` makes the same occasion write it once."""

    appointment: Appointment
    occasion: Occasion
    key: str


async def tell_appointment(work: UnitOfWork, command: TellAppointment) -> bool:
    """Whether something was written. Of a hidden appointment nothing ever is. For reactions and jobs.

    The message says the time, and never what it is about nor where: that stands on the page of the link.
    """
    about = command.appointment
    person_id = about.booked_by_id or about.person_id
    if about.is_hidden or not (person_id or about.email or about.phone):
        return False
    if person_id is None:
        told = (str(about.id), command.occasion.value, command.key, about.starts_at.isoformat())
        pause = (await leaves_at(work, about.ente_id, None) - work.now).total_seconds()
        await work.defer("tell_contact", *told, delay_seconds=pause)
        return True
    letter = SendLetter(
        key=command.key,
        ente_id=about.ente_id,
        person_id=person_id,
        language=about.language,
        occasion=command.occasion,
        tags=message_tags(about),
        path=link_of(about.id),
    )
    return await send_letter(work, letter) is not None
