"""The term of an import is over: what the file said is forgotten. What was written, and which rows, stays known."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select, update

from domain.kernel.actor import System
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.platform.work import UnitOfWork

AT_ONCE = 10_000
"""Rows a statement: well within the time that one may take."""


@dataclass(frozen=True)
class ForgetRows:
    """Which import; the bytes of its file are gone already."""

    import_id: UUID


async def forget_rows(work: UnitOfWork, system: System, command: ForgetRows) -> None:
    """Empty the rows: an import can still be undone, and the keys of the archive still find people."""
    found = await archive_import(work, system, command.import_id, for_update=True)
    nothing: dict[str, list[str]] = {name: [] for name in ("cells", "keys", "candidates", "problems", "warnings")}
    last = (
        await work.session.exec(select(sa.func.max(ImportRow.number)).where(col(ImportRow.import_id) == found.id))
    ).one()
    for first in range(0, (last or 0) + 1, AT_ONCE):
        some = col(ImportRow.number).between(first, first + AT_ONCE - 1)
        await work.session.exec(update(ImportRow).where(col(ImportRow.import_id) == found.id, some).values(**nothing))
    found.file_address, found.removed_at = None, work.now
