"""How a command asks the database."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from domain.kernel.actor import System
from domain.platform.database import dispose
from domain.platform.work import UnitOfWork, unit_of_work

Answer = TypeVar("Answer")


def answer(system: System, question: Callable[[UnitOfWork], Awaitable[Answer]]) -> Answer:
    """What ``question`` gives, in one unit of work of ``system``; nothing of the database stays open."""

    async def ask() -> Answer:
        try:
            async with unit_of_work(system) as work:
                return await question(work)
        finally:
            await dispose()

    return asyncio.run(ask())
