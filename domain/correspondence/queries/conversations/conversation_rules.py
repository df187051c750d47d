"""What an office says of its conversations: in how many days it usually answers, how often a person may write."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.conversation import ConversationRules
from domain.correspondence.terms.conversations import USUAL_LIMIT
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ConversationRulesRow:
    """``reply_days`` in working days, None: nothing is said. ``most_a_day`` messages, None: the usual limit."""

    reply_days: int | None = None
    most_a_day: int | None = None


async def conversation_rules(work: UnitOfWork, office_id: UUID | None) -> ConversationRulesRow:
    """What the office has decided; within its ambito no secret. One question."""
    if office_id is None:
        return ConversationRulesRow()
    wanted = select(ConversationRules).where(col(ConversationRules.office_id) == office_id)
    found = (await work.session.exec(wanted)).one_or_none()
    return ConversationRulesRow(found.reply_days, found.most_a_day) if found else ConversationRulesRow()


async def most_a_day(work: UnitOfWork, office_id: UUID | None) -> int:
    """How many messages a person may send in a day about one matter."""
    return (await conversation_rules(work, office_id)).most_a_day or USUAL_LIMIT
