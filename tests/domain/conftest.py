"""What the tests of all contexts share."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.questions import Questions, counter


@pytest.fixture
def questions(engine: AsyncEngine) -> Questions:
    """``with questions(at_most=3): …`` fails when the database is asked more often."""
    return counter(engine)
