"""The term of an import is over: what the file said is forgotten. What was written, and which rows, stays known."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, update

from domain.kernel.actor import System
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ForgetRows:
    """Which import; the bytes of its file are gone already."""

    import_id: UUID


async def forget_rows(work: UnitOfWork, system: System, command: ForgetRows) -> None:
    """Empty the rows: an import can still be undone, and the keys of the archive still find people."""
    found = await archive_import(work, system, command.import_id, for_update=True)
    emptied = update(ImportRow).where(col(ImportRow.import_id) == found.id)
    await work.session.exec(emptied.values(cells=[], keys=[], candidates=[], problems=[], warnings=[]))
    found.file_address, found.removed_at = None, work.now
