"""The scene of the tests of applications: a comune that offers home care, and Rosa, who needs it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work
from tests.support.applications import home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory
from tests.support.stage.stages import Stage, set_up


@dataclass(frozen=True)
class Scene:
    """A territory where home care is on offer, and Rosa signed in."""

    connection: AsyncConnection
    territory: Territory
    rosa: Citizen


async def rosa_signed_in(connection: AsyncConnection) -> Scene:
    """Rosa lives in the first comune, whose ambito offers home care."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa = a_citizen(territory, await a_person(work, territory))
        await home_care_is_published(work, territory.ambito_id)
    return Scene(connection, territory, rosa)


@pytest.fixture(scope="module")
async def standing(engine: AsyncEngine) -> AsyncIterator[Stage]:
    """Home care is on offer."""
    async with set_up(engine, rosa_signed_in) as found:
        yield found


@pytest.fixture
async def stage(standing: Stage) -> AsyncIterator[Stage]:
    """What stands there, for this test."""
    async with standing.played() as found:
        yield found


@pytest.fixture
def connection(stage: Stage) -> AsyncConnection:
    """The connection of the stage."""
    return stage.connection


@pytest.fixture
def scene(stage: Stage) -> Scene:
    """Rosa lives in the first comune, whose ambito offers home care."""
    found: Scene = stage.built
    return found
