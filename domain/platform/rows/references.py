"""What points at a row: every foreign key, read from the database itself, so that no table is forgotten."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.platform.work import UnitOfWork

_KEYS = sa.text("""
    SELECT format('%I.%I', space.nspname, class.relname) AS named, key.conrelid AS number, field.attname AS field,
           has_column_privilege(class.oid, field.attnum, 'UPDATE') AS is_changeable
    FROM pg_constraint key
    JOIN pg_class class ON class.oid = key.conrelid
    JOIN pg_namespace space ON space.oid = class.relnamespace
    JOIN pg_attribute field ON field.attrelid = key.conrelid AND field.attnum = key.conkey[1]
    WHERE key.contype = 'f' AND key.confrelid = to_regclass(:pointed) AND cardinality(key.conkey) = 1
    ORDER BY 1, field.attnum""")

_RULE = sa.text("""
    SELECT array_agg(field.attname ORDER BY place.at) AS fields,
           array_agg(coalesce(sign.oprname, '=') ORDER BY place.at) AS signs,
           array_agg(kind.typname::text ORDER BY place.at) AS kinds, bool_or(lookup.indpred IS NOT NULL) AS is_partial,
           bool_or(0 = ANY (lookup.indkey::smallint[])) AS is_computed
    FROM pg_index lookup
    CROSS JOIN LATERAL unnest(lookup.indkey::smallint[]) WITH ORDINALITY AS place (number, at)
    JOIN pg_attribute field ON field.attrelid = lookup.indrelid AND field.attnum = place.number
    JOIN pg_type kind ON kind.oid = field.atttypid
    LEFT JOIN pg_constraint apart ON apart.conindid = lookup.indexrelid AND apart.contype = 'x'
    LEFT JOIN pg_operator sign ON sign.oid = apart.conexclop[place.at::int]
    JOIN pg_class class ON class.oid = lookup.indexrelid
    WHERE class.relname = :name AND lookup.indrelid = to_regclass(:named)""")


@dataclass(frozen=True)
class Reference:
    """A table that points at another one, by one or several columns; both names ready to stand in a statement.

    ``is_changeable`` says whether the program may change the columns: what is only ever added to stays as written.
    """

    table: str
    columns: tuple[str, ...]
    is_changeable: bool


@dataclass(frozen=True)
class Uniqueness:
    """What may not be twice in a table: these columns equal, with ``days`` in common if named.

    ``instants`` are those in which it was believed, where the table keeps them: they must meet too.
    """

    equal: tuple[str, ...]
    days: str | None
    instants: str | None
    is_partial: bool


async def references_to(work: UnitOfWork, table: str) -> list[Reference]:
    """Every table with a foreign key to ``table``, which is written with its schema (``registry.person``)."""
    connection = await work.session.connection()
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in (await connection.execute(_KEYS, {"pointed": table})).all():
        found[row.named].append((row.field, row.is_changeable))
    return [
        Reference(named, tuple(field for field, _may in fields), all(may for _field, may in fields))
        for named, fields in found.items()
    ]


async def uniqueness(work: UnitOfWork, table: str, constraint: str) -> Uniqueness | None:
    """What the unique index or exclusion ``constraint`` of ``table`` says; None without one, or of computed values."""
    connection = await work.session.connection()
    row: Any = (await connection.execute(_RULE, {"name": constraint, "named": table})).one()
    if row.fields is None or row.is_computed:
        return None
    parts = list(zip(row.fields, row.signs, row.kinds, strict=True))
    ranges = {kind: field for field, sign, kind in parts if sign == "&&"}
    return Uniqueness(
        equal=tuple(field for field, sign, _kind in parts if sign == "="),
        days=ranges.get("daterange"),
        instants=ranges.get("tstzrange"),
        is_partial=row.is_partial,
    )


async def count_references(work: UnitOfWork, table: str, ids: Collection[UUID]) -> dict[Reference, dict[UUID, int]]:
    """How many rows point at each of the rows ``ids`` of ``table``, by table, as far as the actor sees them.

    One question for all the tables; those without any are left out.
    """
    references = await references_to(work, table)
    parts = [_counting(place, one) for place, one in enumerate(references)]
    if not parts:
        return {}
    connection = await work.session.connection()
    rows = (await connection.execute(sa.text(" UNION ALL ".join(parts)), {"ids": list(ids)})).all()
    found: dict[Reference, dict[UUID, int]] = {}
    for row in rows:
        found.setdefault(references[row.place], {})[row.pointed] = row.times
    return found


def _counting(place: int, reference: Reference) -> str:
    columns = [f'"{name}"' for name in reference.columns]
    return (
        f"SELECT {place} AS place, pointed, count(*) AS times FROM {reference.table},"  # noqa: S608 - as catalogued
        f" LATERAL (SELECT DISTINCT unnest(ARRAY[{', '.join(columns)}])) AS side (pointed)"
        f" WHERE ({' OR '.join(f'{name} = ANY (:ids)' for name in columns)}) AND pointed = ANY (:ids) GROUP BY pointed"
    )
