"""An office notes what it has done about an invitation that nobody followed."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.inviting.take_back_messages import TakeBackMessages, take_back_messages
from domain.scheduling.queries.inviting.door import invitation_to_settle


class CloseInvitation(BaseModel):
    """Which one, and what was done: for the office to read, not for the person."""

    invitation_id: UUID
    note: Annotated[str, AfterValidator(str.strip), Field(max_length=500)] = ""


async def close_invitation(work: UnitOfWork, operator: Operator, command: CloseInvitation) -> None:
    """It waits no more. Refuses Invalid without a note, NotYourDay, NotFound, InvitationSettled."""
    if not command.note:
        raise Invalid({"note": _("Scrivi in poche parole che cosa hai fatto.")})
    invitation = await invitation_to_settle(work, operator, command.invitation_id)
    invitation.close(work.now, operator.operator_id, command.note)
    await take_back_messages(work, operator, TakeBackMessages(invitation_ids=[invitation.id]))
