"""One step of an import: the next rows are written, and that they are, in one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.actor import System
from domain.legacy.actions.cases.write_cases import WriteCases, write_cases
from domain.legacy.actions.members.write_members import WriteMembers, write_members
from domain.legacy.actions.people.write_people import WritePeople, write_people
from domain.legacy.actions.sheets.write_sheets import WriteSheets, write_sheets
from domain.legacy.events import ArchiveImported
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.rows import outcome_counts, rows_to_write
from domain.legacy.rules.batch import Run
from domain.legacy.terms import ArchiveKind, ImportStage
from domain.platform.work import UnitOfWork

STEP = 1_000
_WRITES: dict[ArchiveKind, tuple[Any, Callable[..., Awaitable[dict[str, int]]]]] = {
    ArchiveKind.PEOPLE: (WritePeople, write_people),
    ArchiveKind.MEMBERS: (WriteMembers, write_members),
    ArchiveKind.SHEETS: (WriteSheets, write_sheets),
    ArchiveKind.CASES: (WriteCases, write_cases),
}


@dataclass(frozen=True)
class WriteStep:
    """Which import."""

    import_id: UUID
    run: Run
    step: int = STEP


async def write_step(work: UnitOfWork, system: System, command: WriteStep) -> bool:
    """Write the next rows; whether there may be more. Interrupted anywhere, a row is written once or not at all."""
    found = await archive_import(work, system, command.import_id, for_update=True)
    if found.stage is not ImportStage.WRITING:
        return False
    rows = await rows_to_write(work, system, found, command.step)
    if rows:
        made, write = _WRITES[found.kind]
        counted = await write(work, system, made(found=found, rows=rows, run=command.run))
        found.go_on(len(rows))
        found.count(**{name: found.counts.get(name, 0) + times for name, times in counted.items()})
        return True
    found.counts = found.counts | await outcome_counts(work, found.id)
    found.go(ImportStage.WRITTEN)
    found.written_at = work.now
    created = found.counts.get("created", 0)
    await work.record(ArchiveImported(ente_id=found.ente_id, import_id=found.id, kind=found.kind, written=created))
    return False
