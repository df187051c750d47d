"""Documents that were sent after the application come into the person's file; photographs as one document."""

from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.archive.file_papers import FilePapers, file_papers
from domain.intake.actions.papers.hold_papers import hold_papers
from domain.intake.actions.papers.join_rows import join_rows
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.own_applications import own_application
from domain.intake.terms import IN_CONVERSATION
from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork, as_the_program


class SettleLatePapers(BaseModel):
    """Of which application."""

    application_id: UUID


async def settle_late_papers(work: UnitOfWork, citizen: Citizen, command: SettleLatePapers) -> dict[str, Text]:
    """Once the files are attached: those of before stay as they are, and so does a draft.

    Gives back, by question, why photographs could not be put together: then each is a document. Refuses NotFound.
    """
    application = await own_application(work, citizen, command.application_id)
    refused: dict[str, Text] = {}
    if application.is_draft:
        return refused
    for key, rows in (await attachments_of(work, application)).items():
        fresh = [row for row in rows if row.held_since is None and key != IN_CONVERSATION]
        refused |= await join_rows(work, citizen, application, key, fresh)
    await hold_papers(work, citizen, application)
    async with as_the_program(work, "file late papers") as system:
        await file_papers(work, system, FilePapers(application_id=application.id))
    return refused
