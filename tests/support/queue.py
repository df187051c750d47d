"""Runs what is queued inside the test's own transaction, as the worker would."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

_TAKE = sa.text("DELETE FROM jobs.queue WHERE state = 'queued' RETURNING message, position")


async def drain(connection: AsyncConnection) -> int:
    """Run every queued job and those they queue; say how many ran."""
    from domain.worker import JOBS

    ran = 0
    while rows := (await connection.execute(_TAKE)).all():
        for message, _position in sorted(rows, key=lambda row: row.position):
            await JOBS[message["actor_name"]](*message["args"], bind=connection)
            ran += 1
    return ran
