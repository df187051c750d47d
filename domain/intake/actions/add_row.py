"""Add a row to a group of questions of a draft."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import form_of
from domain.intake.queries.own_draft import own_draft
from domain.intake.rules.rows import group_of, with_row
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class AddRow(BaseModel):
    """To which group."""

    application_id: UUID
    group: str


async def add_row(work: UnitOfWork, actor: Citizen | Operator, command: AddRow) -> None:
    """One more empty row, up to the most that the group has. Refuses NotFound, AlreadySubmitted, NotYourPerson."""
    application = await own_draft(work, actor, command.application_id)
    group = group_of(await form_of(work, application.service_version_id), command.group)
    application.answer(with_row(group, application.answers), seen_version=None, at=work.now)
