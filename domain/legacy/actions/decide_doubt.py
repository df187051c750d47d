"""Somebody says what becomes of people who may be in the registry already: of all of them, or of one."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel, model_validator
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.terms import Doubt, ImportStage, RowOutcome
from domain.platform.work import UnitOfWork


class DecideDoubt(BaseModel):
    """Without ``number`` it is for every row nobody decides by itself; ``person_id`` is who it is, if known."""

    import_id: UUID
    choice: Doubt
    number: int | None = None
    person_id: UUID | None = None

    @model_validator(mode="after")
    def _same_is_of_one(self) -> Self:
        if self.choice is Doubt.SAME and (self.number is None or self.person_id is None):
            raise ValueError("missing")
        return self


async def decide_doubt(work: UnitOfWork, operator: Operator, command: DecideDoubt) -> None:
    """Keep the decision; it may be changed until the rows are written.

    Refuses NotFound, also for a row that is not doubtful or a person who is not among its candidates, and StageOver.
    """
    found = await archive_import(work, operator, command.import_id, for_update=True)
    found.must_be(ImportStage.TRIED)
    if command.number is None:
        found.doubts = command.choice
        return
    wanted = select(ImportRow).where(
        col(ImportRow.import_id) == found.id,
        col(ImportRow.number) == command.number,
        col(ImportRow.outcome) == RowOutcome.DOUBTFUL,
    )
    row = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if row is None:
        raise NotFound
    likely = {UUID(one["id"]) for one in row.candidates}
    if command.choice is Doubt.SAME and command.person_id not in likely:
        raise NotFound
    row.choice, row.target_id = command.choice, command.person_id if command.choice is Doubt.SAME else None
