"""Some rows about people are tried: what would become of each. Nothing is written but on the rows themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from domain.kernel.actor import System
from domain.kernel.text import Text, _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.rows import known_before
from domain.legacy.rules.batch import Run
from domain.legacy.rules.people_rows import TWICE, PersonRow, person_keys, person_row
from domain.legacy.rules.rows import UnderstoodRow, by_heading, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.work import UnitOfWork
from domain.registry.queries.bulk.alike import alike
from domain.registry.queries.bulk.code_holders import code_holders
from domain.registry.queries.bulk.open_records import open_records
from domain.registry.queries.merging.possible_duplicates import TypedPerson

TAKEN = _("Questo codice fiscale è già di una persona registrata che il tuo ente non può modificare.")
OTHER_CODE = _("Con questo numero c'è già una persona che ha un altro codice fiscale.")


@dataclass(frozen=True)
class TryPeople:
    """The rows, in the order of the file, after those of ``run.seen``."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


Pair = tuple[UnderstoodRow, PersonRow]


async def try_people(work: UnitOfWork, system: System, command: TryPeople) -> None:
    """Write on each row whether it is new, known, doubtful or wrong; some six questions for all of them."""
    read = {row.number: _read(work, command, row) for row in command.rows}
    right = {number: pair for number, pair in read.items() if not pair[0].problems}
    known = await _known(work, system, command, right)
    unknown = [number for number, pair in right.items() if number not in known and not pair[0].problems]
    typed = [_typed(right[number][1]) for number in unknown]
    maybe = dict(zip(unknown, await alike(work, system, command.found.ente_id, typed), strict=True))
    for row in command.rows:
        understood, _person = read[row.number]
        row.problems = [remark.as_json() for remark in understood.problems]
        row.warnings = [remark.as_json() for remark in understood.warnings]
        row.candidates = [
            {"id": str(one.person_id), "score": one.score, "reasons": [reason.value for reason in one.reasons]}
            for one in maybe.get(row.number, ())
        ]
        row.outcome = _outcome(row, known)
        row.target_id = known.get(row.number) or (uuid4() if row.outcome is RowOutcome.NEW else None)


def _read(work: UnitOfWork, command: TryPeople, row: ImportRow) -> Pair:
    cells = by_heading(command.found.headings, row.cells)
    understood = understood_row(ArchiveKind.PEOPLE, row.number, cells, command.found.columns, command.run.reading)
    person = person_row(understood, work.today, command.run.towns)
    keys = person_keys(understood, person)
    if (earlier := command.run.seen.earlier(keys)) is not None:
        understood.wrong("", Text(TWICE.msgid, {"number": earlier}))
    command.run.seen.add(row.number, keys)
    row.keys, row.external_id = keys.as_list(), understood.said.get("external_id", "")
    return understood, person


def _outcome(row: ImportRow, known: dict[int, UUID]) -> RowOutcome:
    if row.problems:
        return RowOutcome.REJECTED
    if row.number in known:
        return RowOutcome.MATCHED
    return RowOutcome.DOUBTFUL if row.candidates else RowOutcome.NEW


async def _known(work: UnitOfWork, system: System, command: TryPeople, right: dict[int, Pair]) -> dict[int, UUID]:
    """Who has the same codice fiscale, or came under the same key of the same archive; problems are written down."""
    found = command.found
    codes = {person.codice_fiscale for _row, person in right.values() if person.codice_fiscale}
    holders = await code_holders(work, system, command.run.ambito_id, found.ente_id, codes)
    external = {row.said["external_id"] for row, _person in right.values() if "external_id" in row.said}
    before = await known_before(work, system, found, ArchiveKind.PEOPLE, external)
    records = await open_records(work, system, found.ente_id, set(before.values()))
    known: dict[int, UUID] = {}
    for number, (row, person) in right.items():
        holder = holders.get(person.codice_fiscale or "")
        record = records.get(before.get(row.said.get("external_id", ""), UUID(int=0)))
        if holder is not None and holder.is_open:
            known[number] = holder.person_id
        elif holder is not None:
            row.wrong("codice_fiscale", TAKEN)
        elif record is not None and record.codice_fiscale and person.codice_fiscale:
            row.wrong("external_id", OTHER_CODE)
        elif record is not None:
            known[number] = record.person_id
    return known


def _typed(person: PersonRow) -> TypedPerson:
    return TypedPerson(person.given_name, person.family_name, person.alias, person.codice_fiscale, person.born_on)
