"""What the tests of a module find before them, built once: every test plays on it and leaves it as it was."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@dataclass(frozen=True)
class Stage:
    """A connection in a transaction that nobody else sees; ``built`` is what was made in it.

    For PostgreSQL it stays ``now()`` when the transaction began. Another connection that writes the same people waits
    for it: the tests of a module all play on the stage, or none does.
    """

    connection: AsyncConnection
    built: Any

    @asynccontextmanager
    async def played(self) -> AsyncIterator["Stage"]:
        """The stage for one test, whose doings are undone afterwards."""
        savepoint = await self.connection.begin_nested()
        try:
            yield self
        finally:
            await savepoint.rollback()


@asynccontextmanager
async def set_up(engine: AsyncEngine, build: Callable[[AsyncConnection], Awaitable[Any]]) -> AsyncIterator[Stage]:
    """A stage with what ``build`` makes, as long as the block lasts."""
    async with engine.connect() as connection:
        outer = await connection.begin()
        yield Stage(connection, await build(connection))
        await outer.rollback()
