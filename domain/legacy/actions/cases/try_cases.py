"""Some rows about cases of an old archive are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from domain.casework.queries.cases_of_people import cases_of_people
from domain.kernel.actor import System
from domain.kernel.text import Text, _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.people_of_rows import need_person, people_of_rows
from domain.legacy.rules.batch import Run
from domain.legacy.rules.other_rows import check_past
from domain.legacy.rules.rows import UnderstoodRow, by_heading, digest, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.work import UnitOfWork

TWICE = _("La cartella di questa persona è già nella riga %(number)s del file.")


@dataclass(frozen=True)
class TryCases:
    """The rows, in the order of the file."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def try_cases(work: UnitOfWork, system: System, command: TryCases) -> None:
    """Write on each row what would become of it: who has a case in the ente keeps it as it is."""
    found = command.found
    said = {row.number: _read(work, command, row) for row in command.rows}
    people = await people_of_rows(work, system, found, command.run.ambito_id, said)
    there = await cases_of_people(work, system, found.ente_id, set(people.values()))
    for row in command.rows:
        one, person_id = said[row.number], people.get(row.number)
        if person_id is not None:
            seen = digest("case", person_id)
            if seen in command.run.rows_seen:
                one.wrong("", Text(TWICE.msgid, {"number": command.run.rows_seen[seen]}))
            command.run.rows_seen.setdefault(seen, row.number)
        known = there.get(person_id) if person_id else None
        row.problems = [remark.as_json() for remark in one.problems]
        row.external_id = one.said.get("case_key", "")
        row.target_id = known or uuid4()
        row.keys = ["", str(person_id or ""), ""]
        row.outcome = RowOutcome.REJECTED if row.problems else RowOutcome.MATCHED if known else RowOutcome.NEW


def _read(work: UnitOfWork, command: TryCases, row: ImportRow) -> UnderstoodRow:
    cells = by_heading(command.found.headings, row.cells)
    one = understood_row(ArchiveKind.CASES, row.number, cells, command.found.columns, command.run.reading)
    need_person(one)
    check_past(one, "opened_on", work.today)
    return one
