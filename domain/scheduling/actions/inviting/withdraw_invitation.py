"""An office takes back an invitation to book."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.inviting.take_back_messages import TakeBackMessages, take_back_messages
from domain.scheduling.queries.inviting.door import invitation_to_settle


class WithdrawInvitation(BaseModel):
    """Which one."""

    invitation_id: UUID


async def withdraw_invitation(work: UnitOfWork, operator: Operator, command: WithdrawInvitation) -> None:
    """It is on the portal no more, and what has not left is not sent.

    Refuses NotYourDay, NotFound; InvitationSettled, also when the last day is over.
    """
    invitation = await invitation_to_settle(work, operator, command.invitation_id)
    invitation.withdraw(work.now, operator.operator_id)
    await take_back_messages(work, operator, TakeBackMessages(invitation_ids=[invitation.id]))
