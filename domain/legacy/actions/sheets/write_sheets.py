"""Some rows about contacts of years ago are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import System
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.model.import_row import ImportRow
from domain.legacy.rules.batch import Run
from domain.legacy.rules.rows import by_heading, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.reception.actions.bulk.write_old_sheets import OldSheet, WriteOldSheets, write_old_sheets
from domain.reception.terms.sheets import Outcome

SHEET = "reception.contact_sheet"


@dataclass(frozen=True)
class WriteSheets:
    """The rows, all of which are to be written and are not yet."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def write_sheets(work: UnitOfWork, system: System, command: WriteSheets) -> dict[str, int]:
    """Write them and the list of what was written; says how many."""
    found = command.found
    old = {row.number: _sheet(command, row) for row in command.rows if row.outcome is RowOutcome.NEW}
    await write_old_sheets(work, system, WriteOldSheets(found.ente_id, found.office_id, list(old.values())))
    same = {"import_id": found.id, "ente_id": found.ente_id, "table_name": SHEET}
    await add_rows(work, WrittenRow, [{**same, "row_id": one.id, "number": number} for number, one in old.items()])
    for row in command.rows:
        row.written_at = work.now
    return {"created": len(old)}


def _sheet(command: WriteSheets, row: ImportRow) -> OldSheet:
    cells = by_heading(command.found.headings, row.cells)
    said = understood_row(ArchiveKind.SHEETS, row.number, cells, command.found.columns, command.run.reading).said
    assert row.target_id is not None, "the trial has given the sheet an id"
    return OldSheet(
        id=row.target_id,
        contact_on=said["contact_on"],
        person_id=UUID(row.keys[1]) if row.keys[1] else None,
        channel=said.get("channel"),
        interlocutor=said.get("interlocutor"),
        reason=said.get("reason"),
        need=said.get("need"),
        outcome=Outcome(said["outcome"]) if "outcome" in said else None,
        words=said.get("words", ""),
    )
