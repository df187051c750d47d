"""Somebody has what an import wrote taken back."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, update

from domain.kernel.actor import Operator
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.rows import count_written
from domain.legacy.terms import ImportStage
from domain.platform.work import UnitOfWork


class UndoImport(BaseModel):
    """Which import, and why."""

    import_id: UUID
    reason: str = Field(min_length=3, max_length=300)


async def undo_import(work: UnitOfWork, operator: Operator, command: UndoImport) -> None:
    """Have it taken back, but for what has been used since; what was kept before may be tried again.

    Refuses NotFound and StageOver.
    """
    found = await archive_import(work, operator, command.import_id, for_update=True)
    found.must_be(ImportStage.WRITTEN, ImportStage.UNDONE)
    again = update(ImportRow).where(col(ImportRow.import_id) == found.id, col(ImportRow.is_kept)).values(is_kept=False)
    await work.session.exec(again)
    found.undone_at, found.undone_by_id, found.undo_reason = work.now, operator.operator_id, command.reason
    found.count(removed=found.counts.get("removed", 0), kept=0)
    found.go(ImportStage.UNDOING, total=await count_written(work, found))
    await work.defer("undo_import", str(found.id))
