"""Somebody has seen the trial, and has the rows written."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.rows import count_to_write
from domain.legacy.refusals import FileGone, NothingToWrite
from domain.legacy.terms import ImportStage
from domain.platform.work import UnitOfWork


class WriteArchive(BaseModel):
    """Which import."""

    import_id: UUID


async def write_archive(work: UnitOfWork, operator: Operator, command: WriteArchive) -> None:
    """Have them written. Refuses NotFound, StageOver, FileGone, and NothingToWrite."""
    found = await archive_import(work, operator, command.import_id, for_update=True)
    found.must_be(ImportStage.TRIED)
    if found.removed_at is not None:
        raise FileGone
    many = await count_to_write(work, found)
    if not many:
        raise NothingToWrite
    found.count(created=0, filled=0, added=0)
    found.go(ImportStage.WRITING, total=many)
    await work.defer("write_archive", str(found.id))
