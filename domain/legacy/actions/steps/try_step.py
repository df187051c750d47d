"""One step of a trial: the next rows of the file."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.actor import System
from domain.legacy.actions.cases.try_cases import TryCases, try_cases
from domain.legacy.actions.members.try_members import TryMembers, try_members
from domain.legacy.actions.members.try_whole_households import TryWholeHouseholds, try_whole_households
from domain.legacy.actions.people.try_people import TryPeople, try_people
from domain.legacy.actions.sheets.try_sheets import TrySheets, try_sheets
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.rows import outcome_counts, rows_after
from domain.legacy.rules.batch import Run
from domain.legacy.terms import ArchiveKind, ImportStage
from domain.platform.work import UnitOfWork

STEP = 1_000
_TRIES: dict[ArchiveKind, tuple[Any, Callable[..., Awaitable[None]]]] = {
    ArchiveKind.PEOPLE: (TryPeople, try_people),
    ArchiveKind.MEMBERS: (TryMembers, try_members),
    ArchiveKind.SHEETS: (TrySheets, try_sheets),
    ArchiveKind.CASES: (TryCases, try_cases),
}


@dataclass(frozen=True)
class TryStep:
    """``after`` is the number of the last row of the step before; 0 at the beginning."""

    import_id: UUID
    after: int
    run: Run
    step: int = STEP


async def try_step(work: UnitOfWork, system: System, command: TryStep) -> int | None:
    """Try the next rows and say which was the last; None when there is none left.

    The lock on the import makes two workers take turns: a row that is tried twice says the same.
    """
    found = await archive_import(work, system, command.import_id, for_update=True)
    if found.stage is not ImportStage.TRYING:
        return None
    rows = await rows_after(work, system, found.id, command.after, command.step)
    if rows:
        made, attempt = _TRIES[found.kind]
        await attempt(work, system, made(found=found, rows=rows, run=command.run))
        found.go_on(len(rows))
        return rows[-1].number
    if found.kind is ArchiveKind.MEMBERS:
        await try_whole_households(work, system, TryWholeHouseholds(found.id))
        await work.session.flush()  # the counts are of what was found just now
    found.counts = await outcome_counts(work, found.id)
    found.go(ImportStage.TRIED)
    return None
