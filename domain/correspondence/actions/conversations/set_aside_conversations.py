"""Say that conversations need no answer."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.correspondence.model.conversation import Conversation
from domain.correspondence.permissions import may_answer
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

MOST = 50


class SetAsideConversations(BaseModel):
    """Which ones, and why: colleagues read it, the person does not."""

    conversation_ids: tuple[UUID, ...] = Field(max_length=MOST)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""


async def set_aside_conversations(work: UnitOfWork, operator: Operator, command: SetAsideConversations) -> int:
    """How many are out of the queue now; what a colleague has answered meanwhile, or is out of reach, is let be.

    Refuses NotAllowed without a role that answers, Invalid without any, or without a reason.
    """
    if not may_answer(operator):
        raise NotAllowed
    if not command.conversation_ids:
        raise Invalid({"chosen": _("Scegli almeno una conversazione.")})
    if not command.reason:
        raise Invalid({"reason": _("Scrivi perché non serve una risposta.")})
    wanted = select(Conversation).where(
        col(Conversation.id).in_(command.conversation_ids), col(Conversation.ente_id).in_(operator.enti)
    )
    found = (await work.session.exec(wanted.order_by(col(Conversation.id)).with_for_update())).all()
    return sum(one.set_aside(command.reason, operator.operator_id) for one in found)
