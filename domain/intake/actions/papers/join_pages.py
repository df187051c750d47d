"""Photographs that were sent for one question become one document, a page each."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import form_of
from domain.intake.actions.papers.join_rows import join_rows
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


class JoinPages(BaseModel):
    """Of which step of a draft."""

    application_id: UUID
    step_key: str


async def join_pages(work: UnitOfWork, actor: Citizen | Operator, command: JoinPages) -> dict[str, Text]:
    """For each question of the step with several photographs: one PDF in their place, in the order they stand.

    Gives back, by question, why photographs could not be put together: they stay as they are. Refuses NotFound,
    AlreadySubmitted, NotYourPerson.
    """
    application = await own_draft(work, actor, command.application_id)
    step = (await form_of(work, application.service_version_id)).step(command.step_key)
    if step is None:
        raise NotFound
    here = {field.key for field in step.fields}
    refused: dict[str, Text] = {}
    for key, rows in (await attachments_of(work, application)).items():
        if key in here:
            refused |= await join_rows(work, actor, application, key, rows)
    return refused
