"""A document that the person's file holds answers a question of a draft: it is linked, not copied."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.queries.attachment_place import attachment_place
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.papers.held_papers import papers_to_reuse
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class ReusePaper(BaseModel):
    """Which document, for the question ``field``."""

    application_id: UUID
    field: str
    document_id: UUID


async def reuse_paper(work: UnitOfWork, actor: Citizen | Operator, command: ReusePaper) -> None:
    """Link it; pressed twice, it is there once. Only documents of the beneficiary, of a kind that answers, still valid.

    Refuses NotFound for any other document (also one that has expired), AlreadySubmitted, NotYourPerson,
    TooManyAttachments, and Invalid when it answers another question of the form already.
    """
    application = await own_draft(work, actor, command.application_id)
    await attachment_place(work, actor, application.id, command.field)
    if command.document_id not in await papers_to_reuse(work, actor, application, command.field):
        raise NotFound
    await keep_attachment(work, actor, KeepAttachment(**command.model_dump(), is_reused=True))
