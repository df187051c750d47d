"""Jobs that were given up: for the back office to look at and to try again. Knows the queue's table, as jobs.py."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.refusals import NotFound
from domain.platform.jobs import SCHEMA
from domain.platform.work import UnitOfWork

_LIST = sa.text(f"""
    SELECT message_id, mtime, message ->> 'actor_name' AS job, message -> 'args' AS args,
           coalesce(message #>> '{{options,error}}', '') AS error,
           coalesce((message #>> '{{options,retries}}')::int, 0) AS tries
    FROM {SCHEMA}.queue WHERE state = 'rejected' ORDER BY mtime DESC, message_id LIMIT :limit""")  # noqa: S608 - a constant

_RETRY = sa.text(f"""
    WITH again AS (
        UPDATE {SCHEMA}.queue
        SET state = 'queued', available_at = now(), mtime = now(), worker_id = NULL, consumed_at = NULL,
            message = message #- '{{options,retries}}' #- '{{options,error}}'
        WHERE message_id = :id AND state = 'rejected'
        RETURNING queue_name)
    SELECT pg_notify('dramatiq.' || queue_name || '.enqueue', '') FROM again""")  # noqa: S608 - a constant


@dataclass(frozen=True)
class DeadLetter:
    """A job given up after its last try: which, about what (ids only), when, and the kind of error."""

    id: UUID
    job: str
    args: tuple[Any, ...]
    failed_at: datetime
    error: str
    tries: int


async def dead_letters(work: UnitOfWork, *, limit: int = 100) -> list[DeadLetter]:
    """The jobs given up, newest first. They are of the whole installation: the caller sees who may look."""
    rows = await (await work.session.connection()).execute(_LIST, {"limit": limit})
    return [DeadLetter(row.message_id, row.job, tuple(row.args), row.mtime, row.error, row.tries) for row in rows]


async def retry_dead_letter(work: UnitOfWork, letter_id: UUID) -> None:
    """Put one job back in the queue with all its tries; refuses one that is not there any more."""
    again = await (await work.session.connection()).execute(_RETRY, {"id": letter_id})
    if again.first() is None:
        raise NotFound
