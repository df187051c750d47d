"""Puts a job in the queue inside the caller's transaction. The only file that knows the queue's table."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from dramatiq import Message
from sqlalchemy.ext.asyncio import AsyncConnection

SCHEMA = "jobs"
QUEUE = "default"

_INSERT = sa.text(f"""
    WITH queued AS (
        INSERT INTO {SCHEMA}.queue (queue_name, message_id, state, message, available_at)
        VALUES (:queue, :id, 'queued', CAST(:body AS jsonb), now() + make_interval(secs => :delay))
        RETURNING queue_name)
    SELECT pg_notify('dramatiq.' || queue_name || '.enqueue', '') FROM queued""")  # noqa: S608 - a constant


async def insert(connection: AsyncConnection, job: str, args: Sequence[Any], delay_seconds: float = 0) -> None:
    """Queue ``job`` with ``args`` (JSON values); it runs after the transaction commits, or never if it does not."""
    message: Message[Any] = Message(queue_name=QUEUE, actor_name=job, args=tuple(args), kwargs={}, options={})
    body = json.dumps(json.loads(message.encode()))
    await connection.execute(
        _INSERT, {"queue": message.queue_name, "id": message.message_id, "body": body, "delay": delay_seconds}
    )


_TAKE = sa.text(f"""
    DELETE FROM {SCHEMA}.queue WHERE state = 'queued' AND message->>'actor_name' = ANY(:jobs)
    RETURNING message, position""")  # noqa: S608 - a constant


async def take(connection: AsyncConnection, jobs: Sequence[str]) -> list[tuple[str, tuple[Any, ...]]]:
    """Take the waiting messages of ``jobs`` out of the queue, oldest first, to run them here: name and arguments."""
    found = (await connection.execute(_TAKE, {"jobs": list(jobs)})).all()
    return [
        (row.message["actor_name"], tuple(row.message["args"])) for row in sorted(found, key=lambda row: row.position)
    ]
