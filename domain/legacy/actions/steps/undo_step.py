"""One step of undoing: what was written for some rows, the last first, is taken back where nobody has used it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.casework.actions.bulk.remove_cases import RemoveCases, remove_cases
from domain.kernel.actor import System
from domain.legacy.events import ImportUndone
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.rows import rows_to_undo, written_for
from domain.legacy.terms import ImportStage
from domain.platform.work import UnitOfWork
from domain.reception.actions.bulk.remove_sheets import RemoveSheets, remove_sheets
from domain.registry.actions.bulk.remove_facts import RemoveFacts, remove_facts
from domain.registry.actions.bulk.remove_members import RemoveMembers, remove_members
from domain.registry.actions.bulk.remove_people import RemovePeople, remove_people

STEP = 500
PERSON, FACT, MEMBER = "registry.person", "registry.fact", "registry.household_member"
SHEET, CASE, DIARY = "reception.contact_sheet", "casework.case", "casework.diary_entry"


@dataclass(frozen=True)
class UndoStep:
    """Which import."""

    import_id: UUID
    step: int = STEP


async def undo_step(work: UnitOfWork, system: System, command: UndoStep) -> bool:
    """Take back what was written for the next rows; whether there may be more.

    A row stays whole where something of it has been used: it is kept, and counted.
    """
    found = await archive_import(work, system, command.import_id, for_update=True)
    if found.stage is not ImportStage.UNDOING:
        return False
    rows = await rows_to_undo(work, system, found.id, command.step)
    if not rows:
        await _end(work, found)
        return False
    written = await written_for(work, system, found.id, [row.number for row in rows])
    kept = await _take_back(work, system, written)
    for row in rows:
        row.is_kept = row.number in kept
        if not row.is_kept:
            row.written_at = None
    found.go_on(len(rows))
    left = found.counts.get("kept", 0) + len(kept)
    found.count(removed=found.counts.get("removed", 0) + len(rows) - len(kept), kept=left)
    return True


async def _take_back(work: UnitOfWork, system: System, written: Sequence[WrittenRow]) -> set[int]:
    """The rows of the file of which something stays."""
    by_table: dict[str, dict[UUID, int]] = defaultdict(dict)
    for one in written:
        by_table[one.table_name][one.row_id] = one.number
    kept = await _people(work, system, by_table[PERSON], by_table[FACT])
    places = by_table[MEMBER]
    gone = await remove_members(work, system, RemoveMembers(list(places)))
    kept |= {number for row_id, number in places.items() if row_id not in gone}
    sheets = by_table[SHEET]
    gone = await remove_sheets(work, system, RemoveSheets(list(sheets)))
    kept |= {number for row_id, number in sheets.items() if row_id not in gone}
    cases, entries = by_table[CASE], list(by_table[DIARY])
    gone = await remove_cases(work, system, RemoveCases(list(cases), entries))
    return kept | {number for row_id, number in cases.items() if row_id not in gone}


async def _people(work: UnitOfWork, system: System, people: dict[UUID, int], facts: dict[UUID, int]) -> set[int]:
    """New people go with their facts; of known ones only the facts go."""
    by_number: dict[int, list[UUID]] = defaultdict(list)
    for fact_id, number in facts.items():
        by_number[number].append(fact_id)
    created = set(people.values())
    command = RemovePeople({person_id: by_number[number] for person_id, number in people.items()})
    gone = await remove_people(work, system, command) if people else set()
    kept = {number for person_id, number in people.items() if person_id not in gone}
    added = {fact_id: number for fact_id, number in facts.items() if number not in created}
    removed = await remove_facts(work, system, RemoveFacts(list(added)))
    return kept | {number for fact_id, number in added.items() if fact_id not in removed}


async def _end(work: UnitOfWork, found: ArchiveImport) -> None:
    found.go(ImportStage.UNDONE)
    removed, kept = found.counts.get("removed", 0), found.counts.get("kept", 0)
    await work.record(ImportUndone(ente_id=found.ente_id, import_id=found.id, removed=removed, kept=kept))
