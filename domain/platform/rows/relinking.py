"""Makes everything that points at one row point at another one, tells what it changed, and puts it back."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from domain.platform.rows.references import Reference, Uniqueness, references_to, uniqueness
from domain.platform.tables import Instant, Json
from domain.platform.work import UnitOfWork

NO_DAYS = "'{}'::datemultirange"
VERSION = "version"
"""How often a row was saved: never what somebody cares to have back."""


@dataclass(frozen=True)
class RowChange:
    """What became of a row: some columns before and after, as JSON. A row that was added has no ``before``."""

    table: str
    row_id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any]

    def is_in_the_way(self, present: dict[str, Any] | None) -> bool:
        """Whether somebody has changed it since: putting it back would take away what is newer."""
        if present is None:
            return self.before is not None
        return any(present.get(name) != value for name, value in self.after.items() if name != VERSION)

    def what_is_left(self, present: dict[str, Any] | None) -> "RowChange | None":
        """Of the change only what is still as it was left; None when that is nothing."""
        if present is None:
            return None
        if self.before is None:
            return None if self.is_in_the_way(present) else self
        left = {name: value for name, value in self.before.items() if present.get(name) == self.after[name]}
        return replace(self, before=left) if left else None


async def move_references(
    work: UnitOfWork, table: str, from_id: UUID, to_id: UUID, *, but: Collection[str] = ()
) -> list[RowChange]:
    """Whatever points at the row ``from_id`` of ``table`` points at ``to_id``; what changed, in its order.

    Tables ``but``, and those that are only added to, stay as they are. A row that cannot stand beside one that is
    there already stays too, and what points at it goes to that one; of a period only what is not covered goes over.
    Fails at once where somebody else has one of the rows: to be asked within ``locks.without_holding_up``.
    """
    changes: list[RowChange] = []
    for reference in await references_to(work, table):
        if reference.is_changeable and reference.table not in but:
            changes += await _move_all(work, reference, from_id, to_id)
    return changes


async def rows_now(work: UnitOfWork, table: str, ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """The rows of ``table`` as JSON, by id; those that are gone are left out."""
    asked = sa.text(f"SELECT id, to_jsonb(present) AS whole FROM {table} present WHERE id = ANY(:ids)")  # noqa: S608
    connection = await work.session.connection()
    return {row.id: row.whole for row in (await connection.execute(asked, {"ids": list(ids)})).all()}


async def put_back(work: UnitOfWork, change: RowChange) -> None:
    """Undo ``change``: the columns as they were, or the row that was added taken out again."""
    connection = await work.session.connection()
    if change.before is None:
        gone = sa.text(f"DELETE FROM {change.table} WHERE id = :id")  # noqa: S608 - named by the catalogue
        await connection.execute(gone, {"id": change.row_id})
        return
    names = ", ".join(f'"{name}"' for name in change.before)
    values = ", ".join(f'was."{name}"' for name in change.before)
    back = sa.text(
        f"UPDATE {change.table} SET ({names}) = (SELECT {values}"  # noqa: S608 - named by the catalogue
        f" FROM jsonb_populate_record(NULL::{change.table}, :before) was) WHERE id = :id"
    ).bindparams(sa.bindparam("before", type_=Json))
    await connection.execute(back, {"before": change.before, "id": change.row_id})


async def _move_all(work: UnitOfWork, reference: Reference, from_id: UUID, to_id: UUID) -> list[RowChange]:
    try:
        async with work.session.begin_nested():
            return await _move(work, reference, from_id, to_id)
    except IntegrityError:
        return await _move_one_by_one(work, reference, from_id, to_id)


async def _move(
    work: UnitOfWork, reference: Reference, from_id: UUID, to_id: UUID, row_id: UUID | None = None
) -> list[RowChange]:
    """All the columns of a row at once: what is allowed or not is seen on the whole of it."""
    columns = [f'"{name}"' for name in reference.columns]
    mine = " OR ".join(f"{name} = :from_id" for name in columns)
    moved = ", ".join(f"{name} = CASE WHEN was.{name} = :from_id THEN :to_id ELSE was.{name} END" for name in columns)
    only = "TRUE" if row_id is None else "id = :row_id"
    statement = sa.text(
        f"WITH was AS (SELECT id, {', '.join(columns)} FROM {reference.table}"  # noqa: S608 - named by the catalogue
        f" WHERE ({mine}) AND {only} ORDER BY id FOR UPDATE NOWAIT)"
        f" UPDATE {reference.table} present SET {moved} FROM was WHERE present.id = was.id"
        " RETURNING was.id, to_jsonb(was) AS whole"
    )
    asked: dict[str, Any] = {"from_id": from_id, "to_id": to_id}
    connection = await work.session.connection()
    rows = (await connection.execute(statement, asked if row_id is None else asked | {"row_id": row_id})).all()
    return [
        RowChange(reference.table, row.id, before, dict.fromkeys(before, str(to_id)))
        for row in sorted(rows, key=lambda row: row.id)
        if (before := {name: row.whole[name] for name in reference.columns if row.whole[name] == str(from_id)})
    ]


async def _move_one_by_one(work: UnitOfWork, reference: Reference, from_id: UUID, to_id: UUID) -> list[RowChange]:
    mine = " OR ".join(f'"{name}" = :from_id' for name in reference.columns)
    asked = sa.text(f"SELECT id FROM {reference.table} WHERE {mine} ORDER BY id")  # noqa: S608 - the same
    connection = await work.session.connection()
    changes: list[RowChange] = []
    for row_id in (await connection.execute(asked, {"from_id": from_id})).scalars().all():
        try:
            async with work.session.begin_nested():
                changes += await _move(work, reference, from_id, to_id, row_id)
        except IntegrityError as stopped:
            rule = await _rule(work, reference, stopped)
            changes += await _stay(work, reference, rule, row_id, from_id, to_id)
    return changes


async def _rule(work: UnitOfWork, reference: Reference, stopped: IntegrityError) -> Uniqueness | None:
    """What stopped a row; None for a rule on the row alone, such as that nobody represents oneself."""
    constraint = getattr(getattr(stopped.orig, "diag", None), "constraint_name", None)
    return await uniqueness(work, reference.table, constraint) if constraint else None


async def _stay(
    work: UnitOfWork, reference: Reference, rule: Uniqueness | None, row_id: UUID, from_id: UUID, to_id: UUID
) -> list[RowChange]:
    """The row stays where it is. Its twin over there takes what points at it, or the days it does not have yet."""
    if rule is None or rule.is_partial:
        return []
    if rule.days is not None:
        return await _add_what_is_not_covered(work, reference, rule, row_id, from_id, to_id)
    twin_id = await _twin(work, reference, rule, row_id, from_id, to_id)
    return [] if twin_id is None else await move_references(work, reference.table, row_id, twin_id)


def _same(reference: Reference, columns: Collection[str]) -> str:
    """The condition that ``other`` stands where ``mine`` would, once it had been moved."""
    conditions = [
        f'other."{name}" = CASE WHEN mine."{name}" = :from_id THEN :to_id ELSE mine."{name}" END'
        if name in reference.columns
        else f'other."{name}" = mine."{name}"'
        for name in columns
    ]
    return " AND ".join(conditions)


async def _twin(
    work: UnitOfWork, reference: Reference, rule: Uniqueness, row_id: UUID, from_id: UUID, to_id: UUID
) -> UUID | None:
    wanted = sa.text(
        f"SELECT other.id FROM {reference.table} mine JOIN {reference.table} other"  # noqa: S608 - the same
        f" ON {_same(reference, rule.equal)} AND other.id <> mine.id WHERE mine.id = :row_id"
    )
    connection = await work.session.connection()
    asked = {"row_id": row_id, "from_id": from_id, "to_id": to_id}
    return (await connection.execute(wanted, asked)).scalar_one_or_none()


async def _add_what_is_not_covered(
    work: UnitOfWork, reference: Reference, rule: Uniqueness, row_id: UUID, from_id: UUID, to_id: UUID
) -> list[RowChange]:
    """The days that the other does not have; of what is believed only what still is, believed from now on."""
    still = believed = ""
    if rule.instants is not None:
        still = f' AND upper_inf({{}}."{rule.instants}")'
        believed = f", '{rule.instants}', tstzrange(:now, NULL)"
    there = (
        f'SELECT range_agg(other."{rule.days}") FROM {reference.table} other'  # noqa: S608 - the same
        f" WHERE {_same(reference, rule.equal)} AND other.id <> mine.id{still.format('other')}"
    )
    moved = '\'{0}\', CASE WHEN mine."{0}" = :from_id THEN :to_id ELSE mine."{0}" END'
    changed = ", ".join(moved.format(name) for name in reference.columns)
    statement = sa.text(
        f"INSERT INTO {reference.table} AS added SELECT (jsonb_populate_record(mine, jsonb_build_object("  # noqa: S608
        f"'id', gen_random_uuid(), 'created_at', :now, '{rule.days}', part{believed}, {changed}))).*"
        f' FROM {reference.table} mine, unnest(multirange(mine."{rule.days}") - coalesce(({there}), {NO_DAYS})) part'
        f" WHERE mine.id = :row_id{still.format('mine')} RETURNING added.id, to_jsonb(added) AS whole"
    ).bindparams(sa.bindparam("now", type_=Instant))
    asked = {"row_id": row_id, "from_id": from_id, "to_id": to_id, "now": work.now}
    connection = await work.session.connection()
    return [RowChange(reference.table, row.id, None, row.whole) for row in await connection.execute(statement, asked)]
