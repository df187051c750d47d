"""Messages about invitations that are settled do not leave any more."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.take_back_letters import take_back_letters
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.rules.inviting import invitation_key, reminder_key


class TakeBackMessages(BaseModel):
    """About which invitations."""

    invitation_ids: list[UUID]


async def take_back_messages(work: UnitOfWork, actor: Actor, command: TakeBackMessages) -> None:
    """Invitation and reminder vanish where they have not left. For who has come to the invitations by the door."""
    keys = [key for one in command.invitation_ids for key in (invitation_key(one), reminder_key(one))]
    async with as_the_program(work, "take back invitation"):
        await take_back_letters(work, keys)
