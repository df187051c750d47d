"""The fixtures of a stage. A conftest, or a test file, takes them over by name: they are not seen by everybody.

    standing = fixtures.standing_on(rosa_is_examined)
    stage, connection = fixtures.stage, fixtures.connection

Folders below say only ``standing`` again, when something else stands there.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from tests.support.stage.stages import Stage, set_up


def standing_on(build: Callable[[AsyncConnection], Awaitable[Any]]) -> object:
    """The fixture ``standing``: what ``build`` makes, once for each module."""

    @pytest.fixture(scope="module")
    async def standing(engine: AsyncEngine) -> AsyncIterator[Stage]:
        async with set_up(engine, build) as found:
            yield found

    return standing


@pytest.fixture
async def stage(standing: Stage) -> AsyncIterator[Stage]:
    """What stands there, for this test."""
    async with standing.played() as found:
        yield found


@pytest.fixture
def connection(stage: Stage) -> AsyncConnection:
    """The connection of the stage, as the site and the jobs use it."""
    return stage.connection
