"""The rows of every table, to be compared with those of another moment."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from domain.kernel.actor import System
from domain.platform.database import tell
from domain.platform.migrations.declared_tables import load_tables

ASIDE = ("platform.", "jobs.", "legacy.", "registry.name_sound", "organization.common_code")
"""The journal, the readings, the queue, the imports; words with neither person nor ente (ADR 0021); shipped codes."""
COUNTERS = ("version",)
"""What only ever grows: it says that something has happened, and not what."""

Rows = dict[str, dict[str, dict[str, Any]]]


async def table_rows(connection: AsyncConnection) -> Rows:
    """Every row of every table but those ``ASIDE``, by table and key."""
    load_tables()
    await connection.run_sync(tell, System("compare"))
    found: Rows = {}
    for table in SQLModel.metadata.sorted_tables:
        if f"{table.fullname}".startswith(ASIDE):
            continue
        rows = await connection.execute(sa.text(f'SELECT to_jsonb(t) FROM "{table.schema}"."{table.name}" t'))
        keys = [column.name for column in table.primary_key.columns]
        found[table.fullname] = {
            " ".join(str(row[key]) for key in keys): {k: v for k, v in row.items() if k not in COUNTERS}
            for row in rows.scalars()
        }
    return found


def changed_rows(before: Rows, after: Rows) -> dict[str, set[str]]:
    """The keys of the rows that are not as they were, by table."""
    found = {
        table: {
            key for key in before[table].keys() | after[table].keys() if before[table].get(key) != after[table].get(key)
        }
        for table in before
    }
    return {table: keys for table, keys in found.items() if keys}
