"""What every test stands on: a migrated database cloned for each worker, and a savepoint for each test."""

import base64
import gc
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

# while everything is loaded nothing is rubbish: looking for it takes a third of the time
gc.disable()
ROOT = Path(__file__).resolve().parents[1]
# how long a machine takes says nothing of the program
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")
os.environ.setdefault("SPORTELLO_ENVIRONMENT", "test")
os.environ.setdefault("SPORTELLO_SECRET_KEY", base64.b64encode(b"t" * 32).decode())
os.environ.setdefault("SPORTELLO_MASTER_KEYS", json.dumps({"test": base64.b64encode(b"m" * 32).decode()}))

from domain.platform.database import driver_url  # noqa: E402 - settings first
from domain.platform.settings import settings  # noqa: E402
from tests.support.database.postgres import TestDatabases, test_server  # noqa: E402
from tests.support.queue import drain  # noqa: E402
from web.visit import current_visit  # noqa: E402


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for rubbish again and again would take a sixth of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    gc.enable()


@pytest.fixture(autouse=True)
def same_settings_afterwards() -> Iterator[None]:
    """Settings that a test made anew, from an environment of its own, are nobody else's."""
    before = settings()
    yield
    if settings() is not before:
        settings.cache_clear()


@pytest.fixture(autouse=True)
def nobody_visits_before() -> None:
    """The language of a page that an earlier test opened is not that of this one."""
    current_visit.set(None)


@pytest.fixture(scope="session")
def databases(worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestDatabases]:
    """The server of this run (the embedded one, or TEST_DATABASE_URL) with a migrated template."""
    shared = tmp_path_factory.getbasetemp()
    yield from test_server(shared if worker_id == "master" else shared.parent)


@pytest.fixture(scope="session")
def database(databases: TestDatabases, worker_id: str) -> Iterator[str]:
    """The name of a fresh database of this worker."""
    with databases.clone(worker_id) as name:
        yield name


@pytest.fixture(scope="session")
def database_url(databases: TestDatabases, database: str) -> str:
    """The database as the application role."""
    return databases.url(database, "sportello_app")


@pytest.fixture(scope="session")
def database_url_owner(databases: TestDatabases, database: str) -> str:
    """The database as the owner of the tables."""
    return databases.url(database)


@pytest.fixture(scope="session")
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine as the application role."""
    made = create_async_engine(driver_url(database_url), connect_args={"options": "-c timezone=UTC -c jit=off"})
    yield made
    await made.dispose()


@pytest.fixture
async def connection(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection in a transaction that is undone after the test: give it as ``bind``."""
    async with engine.connect() as opened:
        outer = await opened.begin()
        yield opened
        await outer.rollback()


@pytest.fixture
def everything_that_follows(connection: AsyncConnection) -> Callable[[], Awaitable[int]]:
    """Run every queued job, and those they queue, in the test's own transaction; say how many."""

    async def run() -> int:
        return await drain(connection)

    return run
