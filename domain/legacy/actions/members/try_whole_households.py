"""When every row of a file of households has been tried: those without exactly one reference person are wrong."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.legacy.model.import_row import ImportRow
from domain.legacy.rules.other_rows import NO_REFERENCE, TWO_REFERENCES, broken_households
from domain.legacy.rules.rows import Remark
from domain.legacy.terms import RowOutcome
from domain.platform.work import UnitOfWork

AT_ONCE = 5_000


@dataclass(frozen=True)
class TryWholeHouseholds:
    """Which import."""

    import_id: UUID


async def try_whole_households(work: UnitOfWork, system: System, command: TryWholeHouseholds) -> None:
    """Reject the rows that were right in themselves, and whose household is not whole."""
    wanted = select(ImportRow.number, ImportRow.keys, ImportRow.outcome).where(
        col(ImportRow.import_id) == command.import_id
    )
    tried = (await work.session.exec(wanted)).all()
    matched = {keys[0] for _number, keys, outcome in tried if outcome is RowOutcome.MATCHED}
    broken = broken_households(
        (number, keys[0], keys[2], outcome is RowOutcome.NEW)
        for number, keys, outcome in tried
        if keys[0] not in matched
    )
    numbers = sorted(broken)
    for start in range(0, len(numbers), AT_ONCE):
        some = col(ImportRow.number).in_(numbers[start : start + AT_ONCE])
        rows = select(ImportRow).where(col(ImportRow.import_id) == command.import_id, some)
        for row in (await work.session.exec(rows)).all():
            row.outcome = RowOutcome.REJECTED
            row.problems = [Remark("", TWO_REFERENCES if broken[row.number] else NO_REFERENCE).as_json()]
