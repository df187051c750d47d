"""A unit of work: one transaction, one actor, one reading of the clock, and the events recorded in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.event import listen
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.kernel.actor import Actor, System
from domain.kernel.clock import day_of, utcnow
from domain.kernel.event import Event
from domain.platform import jobs
from domain.platform.database import engine, refusal_of, tell
from domain.platform.event_log import EventRecord
from domain.platform.reading_log import Reading, ReadingRecord

Bind = AsyncEngine | AsyncConnection


class UnitOfWork:
    """What an action or a query works with: the session, who asks, and what time it is."""

    def __init__(self, session: AsyncSession, actor: Actor, bind: Bind) -> None:
        self.session, self.actor, self.bind = session, actor, bind
        self.now: datetime = utcnow()
        self.readings: dict[Reading, None] = {}

    @property
    def today(self) -> date:
        """The day in Italy."""
        return day_of(self.now)

    async def record(self, event: Event) -> UUID:
        """Write down that ``event`` happened; its reactions run after the commit."""
        row = EventRecord.of(event, self.now)
        self.session.add(row)
        await self.defer("publish", str(row.id))
        return row.id

    async def defer(self, job: str, *args: Any, delay_seconds: float = 0) -> None:
        """Queue a job in this transaction."""
        await self.session.flush()  # the job must find the rows it is about
        await jobs.insert(await self.session.connection(), job, args, delay_seconds)

    def note_reading(self, reading: Reading) -> None:
        """Note that the actor reads a person's file; written before the answer leaves, also from read-only work.

        What two doors note of one reading is noted once.
        """
        self.readings[reading] = None

    async def discard(self) -> None:
        """Undo everything so far, keeping the unit usable: to show a form again after a refusal."""
        await self.session.rollback()
        self.session.expunge_all()


@asynccontextmanager
async def unit_of_work(actor: Actor, *, read_only: bool = False, bind: Bind | None = None) -> AsyncIterator[UnitOfWork]:
    """One transaction for ``actor``: committed when the block ends, undone when it raises.

    ``read_only`` makes PostgreSQL refuse any write. Database constraints surface as the refusals declared for them.
    """
    target = bind or engine()
    async with _session(target, actor) as session:
        work = UnitOfWork(session, actor, target)
        try:
            if read_only:
                await (await session.connection()).execute(sa.text("SET LOCAL transaction_read_only = on"))
            yield work
            await _finish(session, read_only=read_only)
        except BaseException as error:
            await session.rollback()
            if work.readings:
                await _write_readings(work)
            if (refusal := refusal_of(error)) is not None:
                raise refusal from error
            raise
        if work.readings:
            await _write_readings(work)


@asynccontextmanager
async def as_the_program(work: UnitOfWork, reason: str) -> AsyncIterator[System]:
    """Within the block ``work`` is the program's, for ``reason``; then it is again of who asked, also after a refusal.

    What is written in the block is written by the program: it is flushed before the block ends. Never give what is
    read in the block to who asked without deciding that they may know it.
    """
    asker, system = work.actor, System(reason)
    await work.session.flush()  # what was changed before was changed by who asked
    await _tell(work, system)
    work.actor = system
    try:
        yield system
        await work.session.flush()  # what is written here is written by the program, before it is not it any more
    finally:
        work.actor = asker
        with suppress(DBAPIError, PendingRollbackError):  # a transaction that failed forgets by itself what it was told
            await _tell(work, asker)


async def _tell(work: UnitOfWork, actor: Actor) -> None:
    await (await work.session.connection()).run_sync(tell, actor)


async def _finish(session: AsyncSession, *, read_only: bool) -> None:
    if read_only:
        await session.rollback()
    else:
        await session.commit()


async def _write_readings(work: UnitOfWork) -> None:
    async with _session(work.bind, work.actor) as session:
        session.add_all([ReadingRecord.of(reading, work.actor) for reading in work.readings])
        await _finish(session, read_only=False)


def _session(target: Bind, actor: Actor) -> AsyncSession:
    session = AsyncSession(target, expire_on_commit=False, join_transaction_mode="create_savepoint")

    def begun(_session: Any, transaction: Any, connection: sa.Connection) -> None:
        if not transaction.nested:  # a savepoint goes on as whoever it is then: perhaps the program
            tell(connection, actor)

    listen(session.sync_session, "after_begin", begun)
    return session
