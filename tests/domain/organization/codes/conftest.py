"""A territory and who administers its lists."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support import given
from tests.support.given import SYSTEM, Territory


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.a_territory(work)


@pytest.fixture
async def admin(connection: AsyncConnection, territory: Territory) -> Operator:
    """Administers the first comune."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.an_operator(work, territory.office_id, [Role.ENTE_ADMIN])


@pytest.fixture
async def ambito_admin(connection: AsyncConnection, territory: Territory) -> Operator:
    """Administers the ambito."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.an_operator(work, territory.ambito_office_id, [Role.AMBITO_ADMIN])
