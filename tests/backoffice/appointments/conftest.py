"""The first comune's office expects people; Rosa is in the registry."""

from uuid import UUID

import pytest

from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person
from tests.support.scheduling.expecting import Expecting, an_expecting_office


@pytest.fixture
async def expecting(office: Office) -> Expecting:
    """An agenda, and nobody yet."""
    return await an_expecting_office(office.connection, office.territory.office_id)


@pytest.fixture
async def rosa(office: Office) -> UUID:
    """Rosa, of whom the registry knows."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory)
