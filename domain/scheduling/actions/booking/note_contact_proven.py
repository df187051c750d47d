"""The code that was sent to the contact of who books has come back."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.queries.booking.draft import kept_draft
from domain.scheduling.refusals import ContactNotProven


class NoteContactProven(BaseModel):
    """In which browser, and which code (``access.actions.desk.prove_contact``)."""

    token: str = Field(repr=False)
    code_id: UUID


async def note_contact_proven(work: UnitOfWork, actor: Actor, command: NoteContactProven) -> None:
    """Now it can be booked. Refuses DraftOver, and ContactNotProven for the code of another contact."""
    async with as_the_program(work, "note contact proven"):
        draft = await kept_draft(work, actor, command.token, for_update=True)
        if draft.proof_id != command.code_id:
            raise ContactNotProven
        draft.proven_at = work.now
