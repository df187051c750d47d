"""What the buttons beside a document do to a draft, after its page was saved."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel

from domain.intake.actions.papers.join_pages import JoinPages, join_pages
from domain.intake.actions.papers.move_page import MovePage, move_page
from domain.intake.actions.papers.reuse_paper import ReusePaper, reuse_paper
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


class Arrangement(StrEnum):
    """One more page comes; a photograph goes up; no more pages come; a document of the file is used."""

    MORE = "more"
    UP = "up"
    DONE = "done"
    REUSE = "reuse"


class ArrangePapers(BaseModel):
    """What is wanted for the question ``field`` of a step; ``target_id`` is the photograph, or the document."""

    application_id: UUID
    step_key: str
    wanted: Arrangement
    field: str
    target_id: UUID | None = None


async def arrange_papers(work: UnitOfWork, actor: Citizen | Operator, command: ArrangePapers) -> dict[str, Text]:
    """Do it; by question, why photographs could not be put together. Refuses like each of the actions."""
    application_id, field = command.application_id, command.field
    match command.wanted:
        case Arrangement.DONE:
            return await join_pages(work, actor, JoinPages(application_id=application_id, step_key=command.step_key))
        case Arrangement.MORE:
            return {}
    if command.target_id is None:
        raise NotFound
    if command.wanted is Arrangement.UP:
        moved = MovePage(application_id=application_id, field=field, attachment_id=command.target_id)
        await move_page(work, actor, moved)
    else:
        reused = ReusePaper(application_id=application_id, field=field, document_id=command.target_id)
        await reuse_paper(work, actor, reused)
    return {}
