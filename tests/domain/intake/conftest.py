"""The scene of the tests of applications: a comune that offers home care, and Rosa, who needs it."""

from dataclasses import dataclass

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work
from tests.support.applications import home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage


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


standing = fixtures.standing_on(rosa_signed_in)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def scene(stage: Stage) -> Scene:
    """Rosa lives in the first comune, whose ambito offers home care."""
    found: Scene = stage.built
    return found
