"""What the tests of all contexts share."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.questions import Questions, counter
from tests.support.stage.cheap import print_cheaply


@pytest.fixture
def questions(engine: AsyncEngine) -> Questions:
    """``with questions(at_most=3): …`` fails when the database is asked more often."""
    return counter(engine)


@pytest.fixture(autouse=True)
def papers_cost_little(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What jobs print is one empty page, but for tests marked ``prints``: drawing up a paper takes most of a second."""
    if request.node.get_closest_marker("prints") is None:
        print_cheaply(monkeypatch)
