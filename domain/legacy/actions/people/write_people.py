"""Some rows about people are written: new people, and what known ones lacked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from domain.kernel.actor import System
from domain.legacy.actions.people.try_people import TAKEN
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.model.import_row import ImportRow
from domain.legacy.rules.batch import Run
from domain.legacy.rules.people_rows import PersonRow, person_row
from domain.legacy.rules.rows import Remark, by_heading, came_from, understood_row
from domain.legacy.terms import ArchiveKind, Doubt, RowOutcome
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.registry.actions.bulk.fill_people import FillPeople, fill_people
from domain.registry.actions.bulk.register_people import RegisterPeople, register_people
from domain.registry.queries.bulk.arriving import ArrivingPerson
from domain.registry.queries.bulk.code_holders import CodeHolder, code_holders

PERSON, FACT = "registry.person", "registry.fact"


@dataclass(frozen=True)
class WritePeople:
    """The rows, all of which are to be written and are not yet."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def write_people(work: UnitOfWork, system: System, command: WritePeople) -> dict[str, int]:
    """Write them and the list of what was written; says how many people are new, how many got something, and what.

    Who has been registered since the trial is not registered twice: the row counts as known from now on.
    """
    said = {row.number: _said(work, command, row) for row in command.rows}
    codes = {person.codice_fiscale for person in said.values() if person.codice_fiscale}
    holders = await code_holders(work, system, command.run.ambito_id, command.found.ente_id, codes)
    new, known = [], []
    for row in command.rows:
        _decide(row, holders.get(said[row.number].codice_fiscale or ""))
        if row.outcome is not RowOutcome.REJECTED:
            assert row.target_id is not None, "a row to be written says about whom it is"
            arriving = _arriving(command.found, row, row.target_id, said[row.number])
            (known if row.outcome is RowOutcome.MATCHED else new).append(arriving)
    found = command.found
    registering = RegisterPeople(command.run.ambito_id, found.ente_id, found.operator_id, new)
    registered = await register_people(work, system, registering)
    filled = await fill_people(work, system, FillPeople(found.operator_id, known))
    await _note(work, command, registered, filled)
    for row in command.rows:
        if row.outcome is not RowOutcome.REJECTED:
            row.written_at = work.now
    return {"created": len(registered), "filled": len(filled), "added": sum(map(len, filled.values()))}


def _said(work: UnitOfWork, command: WritePeople, row: ImportRow) -> PersonRow:
    cells = by_heading(command.found.headings, row.cells)
    understood = understood_row(ArchiveKind.PEOPLE, row.number, cells, command.found.columns, command.run.reading)
    return person_row(understood, work.today, command.run.towns)


def _decide(row: ImportRow, holder: CodeHolder | None) -> None:
    """From here on a row is new, known, or wrong after all."""
    if holder is not None and not holder.is_open:
        row.outcome, row.problems = RowOutcome.REJECTED, [Remark("", TAKEN).as_json()]
    elif holder is not None:
        row.outcome, row.target_id = RowOutcome.MATCHED, holder.person_id
    elif row.outcome is RowOutcome.DOUBTFUL and row.choice is Doubt.SAME:
        row.outcome, row.target_id = RowOutcome.MATCHED, row.target_id or UUID(row.candidates[0]["id"])
    elif row.outcome is RowOutcome.DOUBTFUL:
        row.outcome, row.target_id = RowOutcome.NEW, uuid4()


def _arriving(found: ArchiveImport, row: ImportRow, target_id: UUID, person: PersonRow) -> ArrivingPerson:
    reason = came_from(found.source, row.number, found.id)
    return ArrivingPerson(target_id, reason, person.facts, person.codice_fiscale)


async def _note(
    work: UnitOfWork,
    command: WritePeople,
    registered: Mapping[UUID, Sequence[UUID]],
    filled: Mapping[UUID, Sequence[UUID]],
) -> None:
    """Every row that was written; what a person got is noted for the first row about that person."""
    numbers = {row.target_id: row.number for row in reversed(command.rows) if row.target_id}
    same = {"import_id": command.found.id, "ente_id": command.found.ente_id}
    rows = [
        {**same, "table_name": PERSON, "row_id": person_id, "number": numbers[person_id]} for person_id in registered
    ]
    rows += [
        {**same, "table_name": FACT, "row_id": fact_id, "number": numbers[person_id]}
        for written in (registered, filled)
        for person_id, fact_ids in written.items()
        for fact_id in fact_ids
    ]
    await add_rows(work, WrittenRow, rows)
