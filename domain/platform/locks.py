"""Advisory locks, for what has no row to lock yet. Held until the transaction ends."""

import hashlib

import sqlalchemy as sa

from domain.platform.work import UnitOfWork


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
