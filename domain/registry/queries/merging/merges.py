"""The door to a merge: for who joins records, and may know of the person."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.rows.relinking import RowChange, rows_now
from domain.platform.work import UnitOfWork
from domain.registry.model.merge import Merge, MergeChange
from domain.registry.permissions import may_merge
from domain.registry.queries.people import person

NO_LINKS = ("registry.duplicate_candidate", "registry.merge", "registry.found_by", "registry.clue")
"""Tables that name a record and say nothing of the person: what is known of pairs, and the index, made anew."""


async def merge_on_record(work: UnitOfWork, operator: Operator, merge_id: UUID, *, for_update: bool = False) -> Merge:
    """The merge, locked when it is to be undone. Refuses NotAllowed without the role, NotFound."""
    if not may_merge(operator):
        raise NotAllowed
    statement = select(Merge).where(col(Merge.id) == merge_id)
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    await person(work, operator, found.kept_id)
    await person(work, operator, found.former_id)
    return found


async def changes_of(work: UnitOfWork, merge: Merge) -> Sequence[RowChange]:
    """What the merge did, in its order. Only the program may ask: nobody else sees the rows."""
    wanted = select(MergeChange).where(col(MergeChange.merge_id) == merge.id).order_by(col(MergeChange.position))
    return [one.change for one in (await work.session.exec(wanted)).all()]


async def as_they_are(
    work: UnitOfWork, changes: Sequence[RowChange]
) -> list[tuple[RowChange, dict[str, object] | None]]:
    """Each change with the row as it is now; None where it is gone. Only the program may ask."""
    tables = {change.table for change in changes}
    now = {
        table: await rows_now(work, table, [change.row_id for change in changes if change.table == table])
        for table in sorted(tables)
    }
    return [(change, now[change.table].get(change.row_id)) for change in changes]
