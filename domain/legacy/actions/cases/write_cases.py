"""Some rows about cases of an old archive are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID, uuid4

from domain.casework.actions.bulk.open_old_cases import OldCase, OpenOldCases, open_old_cases
from domain.casework.queries.cases_of_people import cases_of_people
from domain.casework.terms import CaseStatus
from domain.kernel.actor import System
from domain.kernel.clock import ROME
from domain.kernel.text import _
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.model.import_row import ImportRow
from domain.legacy.rules.batch import Run
from domain.legacy.rules.rows import by_heading, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork

CASE, DIARY = "casework.case", "casework.diary_entry"
MIDDAY = time(12)


@dataclass(frozen=True)
class WriteCases:
    """The rows, all of which are to be written and are not yet."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def write_cases(work: UnitOfWork, system: System, command: WriteCases) -> dict[str, int]:
    """Write them and the list of what was written; says how many. Who got a case since the trial keeps that one."""
    found = command.found
    people = {row.number: UUID(row.keys[1]) for row in command.rows}
    there = await cases_of_people(work, system, found.ente_id, set(people.values()))
    for row in command.rows:
        if people[row.number] in there:
            row.outcome, row.target_id = RowOutcome.MATCHED, there[people[row.number]]
        row.written_at = work.now
    old = {row.number: _case(command, row) for row in command.rows if row.outcome is RowOutcome.NEW}
    await open_old_cases(work, system, OpenOldCases(found.ente_id, found.office_id, list(old.values())))
    same = {"import_id": found.id, "ente_id": found.ente_id}
    written = [(number, CASE, one.id) for number, one in old.items()]
    written += [(number, DIARY, one.entry_id) for number, one in old.items()]
    rows = [{**same, "number": number, "table_name": table, "row_id": row_id} for number, table, row_id in written]
    await add_rows(work, WrittenRow, rows)
    return {"created": len(old)}


def _case(command: WriteCases, row: ImportRow) -> OldCase:
    cells = by_heading(command.found.headings, row.cells)
    said = understood_row(ArchiveKind.CASES, row.number, cells, command.found.columns, command.run.reading).said
    assert row.target_id is not None, "the trial has given the case an id"
    told = [_("Dal vecchio archivio: %(source)s.", source=command.found.source)]
    told += [_("Cartella numero %(number)s.", number=said["case_key"])] if "case_key" in said else []
    words = " ".join([*map(str, told), said.get("words", "")]).strip()
    return OldCase(
        id=row.target_id,
        entry_id=uuid4(),
        person_id=UUID(row.keys[1]),
        opened_at=datetime.combine(said["opened_on"], MIDDAY, ROME),
        status=CaseStatus(said.get("status", CaseStatus.REPORTED)),
        words=words,
    )
