"""A worker process that is killed, or whose jobs fail: nothing is lost and nothing happens twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.kernel.actor import System
from domain.platform.database import driver_url
from domain.platform.work import unit_of_work
from tests.conftest import ROOT
from tests.platform.slow_reaction import FAIL_ONCE, MARK, PAUSE, BellRung
from tests.support.database.postgres import TestDatabases

pytestmark = pytest.mark.slow

RUN = "import tests.platform.slow_reaction; from domain.cli import main; main(['worker'])"
COUNTS = """
    SELECT (SELECT count(*) FROM organization.ente), (SELECT count(*) FROM platform.reaction_done),
           (SELECT count(*) FROM jobs.queue WHERE message->>'actor_name' IN ('publish', 'react'))"""
StartWorker = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def own_database(databases: TestDatabases, worker_id: str) -> Iterator[str]:
    """A database in which things are really committed."""
    with databases.clone(f"{worker_id}_real") as name:
        yield name


@pytest.fixture
def start_worker(databases: TestDatabases, own_database: str, tmp_path: Path) -> Iterator[StartWorker]:
    """Start `sportello worker` with the slow reaction; whatever still runs is killed after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(**more: str) -> "subprocess.Popen[bytes]":
        settings = {
            "DATABASE_URL": databases.url(own_database, "sportello_app"),
            MARK: str(tmp_path / "mark"),
            "SPORTELLO_WORKER_LOST_AFTER_SECONDS": "2",
            "SPORTELLO_JOB_RETRY_SECONDS": "1",
        }
        started.append(subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, env=os.environ | settings | more))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def counts(databases: TestDatabases, own_database: str) -> Callable[[], tuple[int, int, int]]:
    """How many rows the reaction left, how many reactions are done, how many of its messages wait.

    The clock's own jobs, which a worker that starts puts in the queue, come and go as they please.
    """

    def ask() -> tuple[int, int, int]:
        with psycopg.connect(databases.url(own_database)) as connection:
            row = connection.execute(COUNTS).fetchone()
        assert row is not None
        return row

    return ask


async def ring(databases: TestDatabases, name: str) -> None:
    engine: AsyncEngine = create_async_engine(driver_url(databases.url(name, "sportello_app")))
    async with unit_of_work(System("test"), bind=engine) as work:
        await work.record(BellRung(ente_id=uuid4()))
    await engine.dispose()


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


async def test_a_worker_killed_in_the_middle_loses_and_duplicates_nothing(
    databases: TestDatabases,
    own_database: str,
    start_worker: StartWorker,
    counts: Callable[[], tuple[int, int, int]],
    tmp_path: Path,
) -> None:
    await ring(databases, own_database)
    killed = start_worker(**{PAUSE: "600"})
    until((tmp_path / "mark").exists)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert counts() == (0, 0, 1)
    start_worker()
    until(lambda: counts() == (1, 1, 0))


async def test_a_failed_reaction_is_tried_again_and_then_done_once(
    databases: TestDatabases,
    own_database: str,
    start_worker: StartWorker,
    counts: Callable[[], tuple[int, int, int]],
) -> None:
    start_worker(**{FAIL_ONCE: "1"})
    await ring(databases, own_database)
    until(lambda: counts() == (1, 1, 0))


async def test_a_worker_told_to_stop_finishes_and_leaves_with_code_zero(
    databases: TestDatabases,
    own_database: str,
    start_worker: StartWorker,
    counts: Callable[[], tuple[int, int, int]],
    tmp_path: Path,
) -> None:
    worker = start_worker(**{PAUSE: "2"})
    await ring(databases, own_database)
    until((tmp_path / "mark").exists)
    worker.terminate()
    assert worker.wait(timeout=30) == 0
    assert counts() == (1, 1, 0)
