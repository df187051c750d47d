"""The scene of acting for others: Rosa who is helped, Davide who helps, Fatima whom it does not concern."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support.acting import Browsing, browsing
from tests.support.given import SYSTEM, Territory, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, ROSA
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage


@dataclass(frozen=True)
class Acting:
    """A territory with services on offer, three people with open sessions, and the desk of the comune."""

    connection: AsyncConnection
    territory: Territory
    rosa_id: UUID
    rosa: Browsing
    davide: Browsing
    fatima: Browsing
    desk: Operator


async def three_people(connection: AsyncConnection) -> Acting:
    """The comune knows all three."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
        rosa_id, *_others = [await a_person(work, territory, one) for one in (ROSA, DAVIDE, FATIMA)]
        desk = await an_operator(work, territory.office_id, (Role.DESK_OPERATOR,))
    rosa, davide, fatima = [await browsing(connection, territory, one) for one in (ROSA, DAVIDE, FATIMA)]
    return Acting(connection, territory, rosa_id, rosa, davide, fatima, desk)


standing = fixtures.standing_on(three_people)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def scene(stage: Stage) -> Acting:
    """The comune knows all three."""
    found: Acting = stage.built
    return found
