"""When a message to somebody would leave: what is only true for a while is written when it can leave at once."""

from datetime import datetime
from uuid import UUID

from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.rules.safe_contact import SafeContact, hours_to_obey
from domain.correspondence.rules.when_to_send import when_to_send
from domain.platform.work import UnitOfWork


async def leaves_at(work: UnitOfWork, ente_id: UUID, person_id: UUID | None) -> datetime:
    """The first instant from now at which a message may leave: by the person's safe hours, else the ente's quiet ones.

    For the program; two questions.
    """
    safe = await safe_contact_of(work, person_id) if person_id else SafeContact()
    quiet = (await message_hours(work, ente_id)).hours
    return when_to_send(work.now, hours_to_obey(safe, quiet, is_urgent=False))
