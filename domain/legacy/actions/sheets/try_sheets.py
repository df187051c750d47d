"""Some rows about contacts of years ago are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from domain.kernel.actor import System
from domain.kernel.text import Text, _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.people_of_rows import people_of_rows
from domain.legacy.queries.rows import known_before
from domain.legacy.rules.batch import Run
from domain.legacy.rules.other_rows import check_past
from domain.legacy.rules.rows import UnderstoodRow, by_heading, digest, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.work import UnitOfWork

TWICE = _("Questa scheda è già nella riga %(number)s del file.")


@dataclass(frozen=True)
class TrySheets:
    """The rows, in the order of the file."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def try_sheets(work: UnitOfWork, system: System, command: TrySheets) -> None:
    """Write on each row what would become of it; one that names nobody becomes an anonymous contact."""
    found = command.found
    said = {row.number: _read(work, command, row) for row in command.rows}
    people = await people_of_rows(work, system, found, command.run.ambito_id, said)
    keys = {row.said["sheet_key"] for row in said.values() if "sheet_key" in row.said}
    before = await known_before(work, system, found, ArchiveKind.SHEETS, keys)
    for row in command.rows:
        one, person_id = said[row.number], people.get(row.number)
        row.external_id = one.said.get("sheet_key", "")
        known = before.get(row.external_id) if row.external_id else None
        row.problems = [remark.as_json() for remark in one.problems]
        row.target_id = known or uuid4()
        row.keys = [digest("sheet", row.external_id) if row.external_id else "", str(person_id or ""), ""]
        row.outcome = RowOutcome.REJECTED if row.problems else RowOutcome.MATCHED if known else RowOutcome.NEW


def _read(work: UnitOfWork, command: TrySheets, row: ImportRow) -> UnderstoodRow:
    cells = by_heading(command.found.headings, row.cells)
    one = understood_row(ArchiveKind.SHEETS, row.number, cells, command.found.columns, command.run.reading)
    check_past(one, "contact_on", work.today)
    if key := one.said.get("sheet_key"):
        seen = digest("sheet", key)
        if seen in command.run.rows_seen:
            one.wrong("sheet_key", Text(TWICE.msgid, {"number": command.run.rows_seen[seen]}))
        command.run.rows_seen.setdefault(seen, row.number)
    return one
