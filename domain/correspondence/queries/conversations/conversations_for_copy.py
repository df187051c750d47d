"""What a person and the offices have written to each other, for the copy of the person's data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.conversation import Conversation, ConversationMessage
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.terms.conversations import About, Side
from domain.kernel.actor import Citizen
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork

MOST = 10_000


@dataclass(frozen=True)
class CopiedMessageRow:
    """A message with the matter it is about; ``text`` is all of it, as the person reads it."""

    id: UUID
    about: About
    subject_id: UUID
    is_from_office: bool
    author: str
    text: str
    sent_at: datetime


async def conversations_for_copy(work: UnitOfWork, citizen: Citizen) -> Sequence[CopiedMessageRow]:
    """Those about the citizen alone, the first written first, at most ten thousand.

    None where the citizen hides messages from who acts for them: a copy may be found in a drawer.
    """
    if (await safe_contact_of(work, citizen.person_id)).is_hidden:
        return []
    wanted = (
        select(ConversationMessage, Conversation.about, Conversation.subject_id)
        .join(Conversation, col(Conversation.id) == col(ConversationMessage.conversation_id))
        .where(col(Conversation.person_id) == citizen.person_id, col(ConversationMessage.side) != Side.NOTE)
        .order_by(col(ConversationMessage.created_at), col(ConversationMessage.id))
        .limit(MOST)
    )
    found = (await work.session.exec(wanted)).all()
    offices = await office_names(work, [one.office_id for one, _about, _subject in found if one.office_id])
    return [
        CopiedMessageRow(
            one.id,
            About(about),
            subject_id,
            one.side is Side.OFFICE,
            offices[one.office_id].name if one.office_id and one.office_id in offices else one.author_name,
            "\n\n".join(part for part in (one.ready_text, one.text) if part),
            one.created_at,
        )
        for one, about, subject_id in found
    ]
