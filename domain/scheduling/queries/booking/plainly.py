"""What the database refuses is said at once, not when the transaction ends: a page can then offer something else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from domain.platform import locks
from domain.platform.database import refusal_of
from domain.platform.work import UnitOfWork
from domain.scheduling.refusals import PlaceTaken


@asynccontextmanager
async def refusing_plainly(work: UnitOfWork) -> AsyncIterator[None]:
    """Within the block a violated constraint is the refusal declared for it, and a lock not to be had is PlaceTaken.

    What was written in ``work`` is sent before the block ends, so that it is heard here.
    """
    try:
        yield
        await work.session.flush()  # the database has the last word
    except OperationalError as stopped:
        if getattr(stopped.orig, "sqlstate", None) not in locks.TAKEN:
            raise
        raise PlaceTaken from stopped
    except DBAPIError as stopped:
        refusal = refusal_of(stopped)
        if refusal is None:
            raise
        raise refusal from stopped
