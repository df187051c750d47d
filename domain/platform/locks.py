"""Advisory locks, for what has no row to lock yet, held until the transaction ends; and doing things between others."""

import asyncio
import hashlib
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.refusals import Refused
from domain.platform.work import UnitOfWork

Outcome = TypeVar("Outcome")
BLINK = "100ms"
TAKEN = ("55P03", "40P01")
"""What PostgreSQL calls a lock that is not to be had, and a deadlock."""


def _number(*parts: object) -> int:
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:8], signed=True)


async def hold(work: UnitOfWork, *parts: object) -> None:
    """Wait until nobody else holds the lock named by ``parts``, then hold it for this transaction."""
    connection = await work.session.connection()
    await connection.execute(sa.text("SELECT pg_advisory_xact_lock(:number)"), {"number": _number(*parts)})


async def try_hold(work: UnitOfWork, *parts: object) -> bool:
    """Hold the lock for this transaction if it is free; say whether it was."""
    connection = await work.session.connection()
    taken = await connection.execute(sa.text("SELECT pg_try_advisory_xact_lock(:number)"), {"number": _number(*parts)})
    return bool(taken.scalar_one())


async def without_holding_up(
    work: UnitOfWork, attempt: Callable[[], Awaitable[Outcome]], *, otherwise: Refused, tries: int = 40
) -> Outcome:
    """Do ``attempt`` without ever waiting for others, so that nobody who waits for us is given up as a deadlock.

    Where it meets a row that is taken it is undone, which lets go of its own rows, and tried again a little later.
    Raises ``otherwise`` when that was never long enough: after some four seconds.
    """
    connection = await work.session.connection()
    usual = (await connection.execute(sa.text("SHOW lock_timeout"))).scalar_one()
    for _try in range(tries):
        try:
            async with work.session.begin_nested():
                await _wait_at_most(connection, BLINK)
                done = await attempt()
                await work.session.flush()  # rows that are taken must be met here
        except OperationalError as stopped:
            if getattr(stopped.orig, "sqlstate", None) not in TAKEN:
                raise
            await asyncio.sleep(random.uniform(0.05, 0.15))  # noqa: S311 - no secret: so that two do not meet again
        else:
            await _wait_at_most(connection, usual)
            return done
    raise otherwise


async def _wait_at_most(connection: AsyncConnection, time: str) -> None:
    await connection.execute(sa.text("SELECT set_config('lock_timeout', :time, true)"), {"time": time})
