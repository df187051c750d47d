"""How many conversations are older than a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.correspondence.model.conversation import Conversation
from domain.correspondence.terms.conversations import ConversationStatus
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_conversations(
    work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    """Those whose last message is older than an instant and in which nobody waits for an answer, by ente."""
    over = (
        col(Conversation.last_message_at) < before,
        col(Conversation.status) != ConversationStatus.WAITING,
    )
    return await count_by_ente(work, Conversation, over, enti)
