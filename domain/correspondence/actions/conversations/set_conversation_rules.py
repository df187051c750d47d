"""An ente says how an office of its own answers."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.correspondence.model.conversation import ConversationRules
from domain.correspondence.permissions import may_write_words
from domain.correspondence.refusals import NotYourWords
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork


class SetConversationRules(BaseModel):
    """In how many working days the office usually answers, and how many messages a day a person may send it.

    None: nothing is said, and the usual limit holds.
    """

    office_id: UUID
    reply_days: int | None = Field(default=None, ge=1, le=90)
    most_a_day: int | None = Field(default=None, ge=1, le=200)


async def set_conversation_rules(work: UnitOfWork, operator: Operator, command: SetConversationRules) -> None:
    """From now on. Refuses NotYourWords without the role, NotFound for an office of another ente."""
    if not may_write_words(operator):
        raise NotYourWords
    there = await office(work, command.office_id)
    if there.ente_id not in operator.enti:
        raise NotFound
    wanted = select(ConversationRules).where(col(ConversationRules.office_id) == command.office_id)
    kept = (await work.session.exec(wanted)).one_or_none()
    if kept is None:
        kept = ConversationRules(
            ente_id=there.ente_id, office_id=there.id, set_by_id=operator.operator_id, set_at=work.now
        )
    kept.reply_days, kept.most_a_day = command.reply_days, command.most_a_day
    kept.set_by_id, kept.set_at = operator.operator_id, work.now
    work.session.add(kept)
