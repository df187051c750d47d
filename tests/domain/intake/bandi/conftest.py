"""A bando of the ambito for home care, and who writes it."""

from uuid import UUID

import pytest

from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.bandi import BEFORE, a_published_bando
from tests.support.given import SYSTEM, an_operator


@pytest.fixture
async def planner(scene: Scene) -> Operator:
    """Who writes the bandi of the ambito, and works on applications."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        return await an_operator(work, scene.territory.ambito_office_id, (Role.PLANNER, Role.SOCIAL_WORKER))


@pytest.fixture
async def bando_id(scene: Scene, planner: Operator) -> UUID:
    """Open from 1 to 31 March 2027."""
    with as_of(BEFORE):
        async with unit_of_work(planner, bind=scene.connection) as work:
            return await a_published_bando(work, planner)
