"""Many rows of one table, written in one statement: as JSON, which PostgreSQL reads as rows of that table."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range

from domain.platform.tables import BareTable
from domain.platform.work import UnitOfWork

AT_ONCE = 5_000


async def add_rows(
    work: UnitOfWork, table: type[BareTable], rows: Sequence[Mapping[str, Any]], *, ignoring_known: bool = False
) -> None:
    """Add ``rows``, which all name the same columns; with ``ignoring_known``, those that are there already are left.

    Row-level security, constraints and triggers hold as for single rows.
    """
    if not rows:
        return
    place: sa.Table = table.__table__  # pyright: ignore[reportAttributeAccessIssue]
    columns = ", ".join(f'"{name}"' for name in rows[0])
    named = f'"{place.schema}"."{place.name}"'
    statement = sa.text(
        f"INSERT INTO {named} ({columns}) SELECT {columns}"  # noqa: S608 - names of our own tables and columns
        f" FROM jsonb_populate_recordset(NULL::{named}, CAST(:rows AS jsonb))"
        + (" ON CONFLICT DO NOTHING" if ignoring_known else "")
    )
    connection = await work.session.connection()
    for start in range(0, len(rows), AT_ONCE):
        some = [dict(row) for row in rows[start : start + AT_ONCE]]
        await connection.execute(statement, {"rows": json.dumps(some, default=_plain, ensure_ascii=False)})


def _plain(value: Any) -> str:
    """What JSON does not know, as PostgreSQL reads it."""
    if isinstance(value, Range):
        lower, upper = (_plain(end) if end is not None else "" for end in (value.lower, value.upper))
        return f"{value.bounds[0]}{lower},{upper}{value.bounds[1]}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
