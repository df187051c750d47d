"""Add a row to a group of questions of a draft, or take one out."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.terms import MOST_ROWS
from domain.intake.queries.own_draft import own_draft
from domain.intake.rules.rows import group_of, with_row, without_row
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class ChangeRows(BaseModel):
    """Of which group; ``row`` is the one to take out, from 0, None adds one."""

    application_id: UUID
    group: str
    row: int | None = Field(default=None, ge=0, lt=MOST_ROWS)


async def change_rows(work: UnitOfWork, actor: Citizen | Operator, command: ChangeRows) -> None:
    """One more empty row, up to the most that the group has; or one less, and those after it move up.

    A row that is not there changes nothing. Refuses NotFound, AlreadySubmitted, NotYourPerson.
    """
    application = await own_draft(work, actor, command.application_id)
    group = group_of(await form_of(work, application.service_version_id), command.group)
    if command.row is None:
        changed = with_row(group, application.answers)
    else:
        changed = without_row(group, application.answers, command.row)
    application.answer(changed, seen_version=None, at=work.now)
