"""Tell a person that the office has written: that, and nothing of what it wrote."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.model.conversation import Conversation, ConversationMessage
from domain.correspondence.queries.contact_profiles import safe_contact_of
from domain.correspondence.rules.conversation_keys import notice_key
from domain.correspondence.terms.conversations import About, Side
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

PATHS = {About.APPLICATION: "/domande/{}/conversazione", About.CASE: "/area-personale/conversazioni/{}"}


class TellOfAnswer(BaseModel):
    """Which message."""

    conversation_id: UUID
    message_id: UUID


async def tell_of_answer(work: UnitOfWork, system: System, command: TellOfAnswer) -> None:
    """Once until the person has read: three messages in a row are one notice.

    Who applied is told, as of all else about the matter; the person alone where nobody who acts for the person may read
    the messages.
    """
    wanted = select(Conversation).where(col(Conversation.id) == command.conversation_id)
    conversation = (await work.session.exec(wanted)).one()
    unread = select(ConversationMessage.id).where(
        col(ConversationMessage.conversation_id) == conversation.id,
        col(ConversationMessage.side) == Side.OFFICE,
        col(ConversationMessage.read_at).is_(None),
    )
    waiting = (await work.session.exec(unread.order_by(col(ConversationMessage.created_at)))).all()
    if not waiting or waiting[0] != command.message_id:
        return
    is_hidden = (await safe_contact_of(work, conversation.person_id)).is_hidden
    told = SendLetter(
        key=notice_key(command.message_id),
        ente_id=conversation.ente_id,
        person_id=conversation.person_id if is_hidden else conversation.told_id,
        language=conversation.language,
        occasion=Occasion.OFFICE_MESSAGE,
        path=PATHS[conversation.about].format(conversation.subject_id),
    )
    await send_letter(work, told)
