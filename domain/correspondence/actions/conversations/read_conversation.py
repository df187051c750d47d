"""Somebody has read what the other side has written."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select, update

from domain.correspondence.model.conversation import ConversationMessage
from domain.correspondence.model.letter import Letter
from domain.correspondence.rules.conversation_keys import notice_key
from domain.correspondence.terms.conversations import Side
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class ReadConversation(BaseModel):
    """Which conversation; who asks has come through the door of the matter it is about."""

    conversation_id: UUID


async def read_conversation(work: UnitOfWork, actor: Citizen | Operator, command: ReadConversation) -> None:
    """What the other side has written counts as read from now on.

    For a citizen the messages that only said "the office has written" are read too: one thing is not counted twice.
    """
    other = Side.OFFICE if isinstance(actor, Citizen) else Side.CITIZEN
    mine = (col(ConversationMessage.conversation_id) == command.conversation_id, col(ConversationMessage.side) == other)
    unread = select(ConversationMessage.id).where(*mine, col(ConversationMessage.read_at).is_(None))
    found = (await work.session.exec(unread)).all()
    if not found:
        return
    marked = update(ConversationMessage).where(col(ConversationMessage.id).in_(found))
    await work.session.exec(marked.values(read_at=work.now).execution_options(synchronize_session="fetch"))
    if isinstance(actor, Citizen):
        told = sa.and_(
            col(Letter.key).in_([notice_key(one) for one in found]),
            col(Letter.person_id) == actor.person_id,
            col(Letter.read_at).is_(None),
        )
        await work.session.exec(
            update(Letter).where(told).values(read_at=work.now).execution_options(synchronize_session="fetch")
        )
