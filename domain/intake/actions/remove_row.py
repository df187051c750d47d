"""Take a row out of a group of questions of a draft."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.terms import MOST_ROWS
from domain.intake.queries.own_draft import own_draft
from domain.intake.rules.rows import group_of, without_row
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class RemoveRow(BaseModel):
    """Which row, from 0, of which group."""

    application_id: UUID
    group: str
    row: int = Field(ge=0, lt=MOST_ROWS)


async def remove_row(work: UnitOfWork, actor: Citizen | Operator, command: RemoveRow) -> None:
    """Take the row out; those after it move up. A row that is not there changes nothing.

    Refuses NotFound, AlreadySubmitted, NotYourPerson.
    """
    application = await own_draft(work, actor, command.application_id)
    group = group_of(await form_of(work, application.service_version_id), command.group)
    application.answer(without_row(group, application.answers, command.row), seen_version=None, at=work.now)
