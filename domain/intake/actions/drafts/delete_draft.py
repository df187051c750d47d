"""A citizen deletes a draft."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.drafts.forget_draft import forget_draft
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork, as_the_program


class DeleteDraft(BaseModel):
    """Which one."""

    application_id: UUID


async def delete_draft(work: UnitOfWork, citizen: Citizen, command: DeleteDraft) -> None:
    """It is gone at once, with its files and whatever was signed or confirmed.

    Refuses NotFound, AlreadySubmitted for what has left, NotYourPerson.
    """
    draft = await own_draft(work, citizen, command.application_id)
    async with as_the_program(work, "delete draft") as system:  # what the desk and others added goes too
        await forget_draft(work, system, draft)
