"""Writes to somebody that an office waits for them to book."""

from uuid import UUID

from babel.dates import format_date
from pydantic import BaseModel

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.queries.leaves_at import leaves_at
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork
from domain.registry.queries.people import person
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.queries.inviting.invitable import is_to_be_left_alone
from domain.scheduling.rules.inviting import invitation_key, reminder_key
from domain.scheduling.terms.invitations import InvitationState

APPOINTMENTS = "/area-personale/appuntamenti"


class TellOfInvitation(BaseModel):
    """Of which invitation, for the first time or once more."""

    invitation_id: UUID
    is_reminder: bool = False


async def tell_of_invitation(work: UnitOfWork, system: System, command: TellOfInvitation) -> bool:
    """Whether a message was written: it says until when, never what for, nor where, nor the note.

    Nothing is written to who must be left alone by now, nor what could leave only when the last day is over. For
    reactions and jobs.
    """
    about = await work.session.get(BookingInvitation, command.invitation_id)
    if about is None or about.state is not InvitationState.OPEN:
        return False
    known = await person(work, system, about.person_id)
    if await is_to_be_left_alone(work, known.id, known.is_protected):
        return False
    if day_of(await leaves_at(work, about.ente_id, known.id)) > about.book_by_on:
        return False
    key = reminder_key(about.id) if command.is_reminder else invitation_key(about.id)
    letter = SendLetter(
        key=key,
        ente_id=about.ente_id,
        person_id=known.id,
        language=known.language,
        occasion=Occasion.APPOINTMENT_INVITED_STILL if command.is_reminder else Occasion.APPOINTMENT_INVITED,
        tags={"entro": format_date(about.book_by_on, "long", locale=known.language)},
        path=APPOINTMENTS,
    )
    return await send_letter(work, letter) is not None
