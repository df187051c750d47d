"""A merge as an operator sees it afterwards: what moved, and what stands in the way of undoing it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.actor import Operator
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.rows.references import references_to
from domain.platform.rows.relinking import RowChange
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.model.merge import Merge
from domain.registry.model.person import Person
from domain.registry.queries.merging.merges import NO_LINKS, as_they_are, changes_of, merge_on_record

PERSON = "registry.person"


@dataclass(frozen=True)
class MergeSheet:
    """The merge; tables are named as in the database, with how many rows of each.

    ``newer`` are rows that somebody has changed since; ``added`` are links written since, which stay with the record
    that counts. ``is_joined_again``: that record was joined to another one since, which is to be undone first.
    """

    id: UUID
    former_name: str
    former_code: str | None
    kept_id: UUID
    kept_name: str
    operator: str
    office: str
    joined_at: datetime
    reason: str
    moved: dict[str, int]
    newer: dict[str, int]
    added: dict[str, int]
    is_joined_again: bool
    undone_at: datetime | None
    undone_by: str
    undo_reason: str


async def merge_sheet(work: UnitOfWork, operator: Operator, merge_id: UUID) -> MergeSheet:
    """The merge for who may undo it. Refuses NotAllowed, NotFound."""
    merge = await merge_on_record(work, operator, merge_id)
    former = await work.session.get_one(Person, merge.former_id)
    kept = await work.session.get_one(Person, merge.kept_id)
    people = await operator_names(work, {one for one in (merge.operator_id, merge.undone_by_id) if one})
    offices = await office_names(work, [merge.office_id] if merge.office_id else [])
    async with as_the_program(work, "what a merge has changed"):
        changes = await changes_of(work, merge)
        newer = [one for one, present in await as_they_are(work, changes) if one.is_in_the_way(present)]
        added = await _added(work, merge, changes)
    return MergeSheet(
        id=merge.id,
        former_name=former.full_name,
        former_code=former.codice_fiscale,
        kept_id=kept.id,
        kept_name=kept.full_name,
        operator=people.get(merge.operator_id, "") if merge.operator_id else "",
        office=next((one.name for one in offices.values()), ""),
        joined_at=merge.created_at,
        reason=merge.reason,
        moved=dict(Counter(one.table for one in changes if one.table != PERSON)),
        newer=dict(Counter(one.table for one in newer)) if merge.undone_at is None else {},
        added=added if merge.undone_at is None else {},
        is_joined_again=kept.same_as_id is not None,
        undone_at=merge.undone_at,
        undone_by=people.get(merge.undone_by_id, "") if merge.undone_by_id else "",
        undo_reason=merge.undo_reason,
    )


async def _added(work: UnitOfWork, merge: Merge, changes: Sequence[RowChange]) -> dict[str, int]:
    """Links to the record that counts which are younger than the merge and not its own doing."""
    own = {change.row_id for change in changes}
    connection = await work.session.connection()
    asked = {"kept": merge.kept_id, "since": merge.created_at, "own": list(own)}
    found: dict[str, int] = {}
    for one in await references_to(work, PERSON):
        if not one.is_changeable or one.table in (*NO_LINKS, PERSON):
            continue
        mine = " OR ".join(f'"{name}" = :kept' for name in one.columns)
        counted = sa.text(
            f"SELECT count(*) FROM {one.table} WHERE ({mine})"  # noqa: S608 - named by the catalogue
            " AND created_at > :since AND NOT id = ANY (:own)"
        )
        if times := (await connection.execute(counted, asked)).scalar_one():
            found[one.table] = times
    return found
