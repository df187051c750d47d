"""Some rows about members of households are tried, each by itself; the households as a whole come at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.kernel.actor import System
from domain.kernel.text import Text, _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.people_of_rows import need_person, people_of_rows
from domain.legacy.queries.rows import known_before
from domain.legacy.rules.batch import Run
from domain.legacy.rules.other_rows import check_member
from domain.legacy.rules.people_rows import TWICE
from domain.legacy.rules.rows import UnderstoodRow, by_heading, digest, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.work import UnitOfWork
from domain.registry.queries.bulk.member_places import MemberPlace, member_places
from domain.registry.terms import HouseholdKind

ELSEWHERE = _("La persona in quei giorni è già in un altro nucleo dello stesso tipo.")
KNOWN_HOME = _("Questo nucleo è già stato importato. Aggiungi la persona dalla pagina del nucleo.")


@dataclass(frozen=True)
class TryMembers:
    """The rows, in the order of the file."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def try_members(work: UnitOfWork, system: System, command: TryMembers) -> None:
    """Write on each row what would become of it. Its target is the household; its keys: household, person, kinship."""
    found = command.found
    said = {row.number: _read(work, command, row) for row in command.rows}
    people = await people_of_rows(work, system, found, command.run.ambito_id, said)
    kind = HouseholdKind(found.choices.get("household_kind", HouseholdKind.REGISTRY))
    places = await member_places(work, system, kind, set(people.values()))
    keys = {row.said["household_key"] for row in said.values() if "household_key" in row.said}
    before = await known_before(work, system, found, ArchiveKind.MEMBERS, keys)
    for row in command.rows:
        one, person_id = said[row.number], people.get(row.number)
        home = before.get(one.said.get("household_key", ""))
        there = home is not None and any(place.household_id == home for place in places.get(person_id or home, ()))
        _check(work, command.run, one, person_id, home, there, places.get(person_id, []) if person_id else [])
        row.problems = [remark.as_json() for remark in one.problems]
        row.external_id = one.said.get("household_key", "")
        row.target_id = home or uuid5(found.id, row.external_id)
        row.keys = [digest("home", row.external_id) if row.external_id else "", str(person_id or ""), ""]
        row.keys[2] = one.said.get("kinship", "")
        row.outcome = RowOutcome.REJECTED if row.problems else RowOutcome.MATCHED if there else RowOutcome.NEW


def _read(work: UnitOfWork, command: TryMembers, row: ImportRow) -> UnderstoodRow:
    cells = by_heading(command.found.headings, row.cells)
    one = understood_row(ArchiveKind.MEMBERS, row.number, cells, command.found.columns, command.run.reading)
    check_member(one, work.today)
    need_person(one)
    return one


def _check(
    work: UnitOfWork,
    run: Run,
    one: UnderstoodRow,
    person_id: UUID | None,
    home: UUID | None,
    there: bool,
    places: Sequence[MemberPlace],
) -> None:
    """Nobody is twice in the file, nor in two households of the registry on one day."""
    if person_id is None or there:
        return
    if home is not None:
        one.wrong("household_key", KNOWN_HOME)
    starts_on = one.said.get("starts_on", work.today)
    ends_on = one.said.get("ends_on")
    if any(
        (place.stretch.ends_before is None or place.stretch.ends_before > starts_on)
        and (ends_on is None or place.stretch.starts_on is None or place.stretch.starts_on <= ends_on)
        for place in places
    ):
        one.wrong("", ELSEWHERE)
    key = digest("member", person_id)
    if key in run.rows_seen:
        one.wrong("", Text(TWICE.msgid, {"number": run.rows_seen[key]}))
    run.rows_seen.setdefault(key, one.number)
