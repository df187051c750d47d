"""Fatima at the desk: she reads Arabic better than Italian, and an operator fills in the form with her."""

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.assistance.desk import Desk, a_desk_draft
from tests.domain.intake.conftest import Scene
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.personas import FATIMA


@pytest.fixture
async def desk(scene: Scene) -> Desk:
    """An operator of the desk has begun an application for home care with Fatima."""
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        person_id = await a_person(work, scene.territory, FATIMA)
        operator = await an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,), names="Anna Sportello")
    async with unit_of_work(operator, bind=scene.connection) as work:
        return Desk(scene.connection, operator, await a_desk_draft(work, operator, person_id))
