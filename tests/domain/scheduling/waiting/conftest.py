"""What the tests of reminders, offers and closed times share."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.support.scheduling.appointments import Receiving, an_office_that_receives


@pytest.fixture
async def office(connection: AsyncConnection) -> Receiving:
    """An office with one place every half hour of the mornings."""
    return await an_office_that_receives(connection)
