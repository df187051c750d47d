"""Some rows about members of households are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from domain.kernel.actor import System
from domain.legacy.model.archive_import import ArchiveImport, WrittenRow
from domain.legacy.model.import_row import ImportRow
from domain.legacy.rules.batch import Run
from domain.legacy.rules.rows import by_heading, came_from, understood_row
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.registry.actions.bulk.settle_members import ArrivingMember, SettleMembers, settle_members
from domain.registry.terms import HouseholdKind

MEMBER = "registry.household_member"


@dataclass(frozen=True)
class WriteMembers:
    """The rows, all of which are to be written and are not yet."""

    found: ArchiveImport
    rows: Sequence[ImportRow]
    run: Run


async def write_members(work: UnitOfWork, system: System, command: WriteMembers) -> dict[str, int]:
    """Write them and the list of what was written; says how many. Members of one household may come in two steps."""
    found = command.found
    kind = HouseholdKind(found.choices.get("household_kind", HouseholdKind.REGISTRY))
    arriving = {row.number: _member(work, command, row) for row in command.rows if row.outcome is RowOutcome.NEW}
    settling = SettleMembers(found.ente_id, found.operator_id, kind, list(arriving.values()))
    await settle_members(work, system, settling)
    same = {"import_id": found.id, "ente_id": found.ente_id, "table_name": MEMBER}
    await add_rows(work, WrittenRow, [{**same, "row_id": one.id, "number": number} for number, one in arriving.items()])
    for row in command.rows:
        row.written_at = work.now
    return {"created": len(arriving)}


def _member(work: UnitOfWork, command: WriteMembers, row: ImportRow) -> ArrivingMember:
    cells = by_heading(command.found.headings, row.cells)
    said = understood_row(ArchiveKind.MEMBERS, row.number, cells, command.found.columns, command.run.reading).said
    assert row.target_id is not None, "the trial has given the household an id"
    return ArrivingMember(
        id=uuid4(),
        household_id=row.target_id,
        person_id=UUID(row.keys[1]),
        kinship=said["kinship"],
        starts_on=said.get("starts_on", work.today),
        ends_on=said.get("ends_on"),
        reason=came_from(command.found.source, row.number, command.found.id),
    )
