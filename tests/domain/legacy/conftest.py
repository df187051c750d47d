"""Old archives, brought to a new comune."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.support.archives.bringing import Archives, the_archives


@pytest.fixture
async def archives(connection: AsyncConnection) -> Archives:
    """An administrator with files in hand."""
    return await the_archives(connection)
