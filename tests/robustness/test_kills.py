"""The worker is killed at every step of what follows an application: nothing is lost, nothing happens twice."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import psycopg
import pytest
from aiosmtpd.controller import Controller
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.platform.work import unit_of_work
from tests.robustness.conftest import Applicant
from tests.robustness.halting_worker import STEPS

PATIENCE_SECONDS = 60
ROOT = Path(__file__).resolve().parents[2]
COUNTS = """
    SELECT (SELECT count(*) FROM intake.application WHERE status = 'submitted' AND receipt_id IS NOT NULL),
           (SELECT count(*) FROM documents.protocollo WHERE about_id = %(id)s),
           (SELECT count(*) FROM documents.protocollo),
           (SELECT max(last_number) FROM documents.protocollo_counter),
           (SELECT count(*) FROM documents.document WHERE kind = 'receipt'),
           (SELECT count(*) FROM casework."case"),
           (SELECT count(*) FROM casework.case_application),
           (SELECT count(*) FROM casework.diary_entry),
           (SELECT count(*) FROM correspondence.letter),
           (SELECT count(*) FROM correspondence.letter WHERE status = 'sent')"""
WAITING = "SELECT count(*) FROM jobs.queue WHERE state IN ('queued', 'consumed')"
DEAD = "SELECT count(*) FROM jobs.queue WHERE state = 'rejected'"


class PostOffice:
    """Takes every letter."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.keys.append(str(message_from_bytes(envelope.content)["Message-ID"]))
        return "250 OK"


@pytest.fixture
def post_office() -> Iterator[tuple[PostOffice, int]]:
    """A mail server, and its port."""
    office = PostOffice()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    yield office, port
    controller.stop()


class Workers:
    """Starts workers on the test's database, one after the other."""

    def __init__(self, folder: Path, database_url: str, smtp_port: int) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "DATABASE_URL": database_url,
            "SPORTELLO_FILE_STORE_URL": (folder / "files").as_uri(),
            "SPORTELLO_SMTP_URL": f"smtp://127.0.0.1:{smtp_port}",
            "SPORTELLO_WORKER_LOST_AFTER_SECONDS": "2",
            "SPORTELLO_JOB_RETRY_SECONDS": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        (folder / "files").mkdir()
        self.flag, self.log = folder / "flag", folder / "worker.log"

    def killed_at(self, step: str) -> None:
        """A worker that reaches ``step`` and is killed there, with everything it holds."""
        self.flag.unlink(missing_ok=True)
        with self._running(step) as process:
            try:
                wait_for(self.flag.exists, step, lambda: self._alive(process))
            finally:
                process.kill()
                process.wait()

    def to_the_end(self, is_done: Callable[[], bool]) -> None:
        """A worker that nobody disturbs, until everything is done; it stops when told."""
        with self._running("") as process:
            wait_for(is_done, "everything is done", lambda: self._alive(process))
            process.terminate()
            assert process.wait(40) == 0, self.log.read_text()[-3000:]

    def _running(self, step: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.robustness.halting_worker", step, str(self.flag)],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def _alive(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.poll() is None, self.log.read_text()[-3000:]


def wait_for(is_so: Callable[[], bool], what: str, look: Callable[[], None]) -> None:
    """Wait until ``is_so``; ``look`` fails when waiting has no sense any more."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        look()
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.1)


@pytest.mark.slow
async def test_a_worker_killed_at_every_step_loses_nothing_and_repeats_nothing(
    applicant: Applicant,
    engine: AsyncEngine,
    database_url: str,
    database_url_owner: str,
    post_office: tuple[PostOffice, int],
    tmp_path: Path,
) -> None:
    """One application goes its way; at each step the worker that carries it dies, and the next one goes on."""
    async with unit_of_work(applicant.citizen, bind=engine) as work:
        await submit_application(
            work, applicant.citizen, SubmitApplication(application_id=applicant.application_id, language="it")
        )
    office, port = post_office
    workers = Workers(tmp_path, database_url, port)
    with psycopg.connect(database_url_owner, autocommit=True) as owner:

        def is_done() -> bool:
            return owner.execute(WAITING).fetchone() == (0,)

        for step in STEPS:
            workers.killed_at(step)
        workers.to_the_end(is_done)
        assert owner.execute(COUNTS, {"id": applicant.application_id}).fetchone() == (1,) * 10
        assert owner.execute(DEAD).fetchone() == (0,)
    assert len(set(office.keys)) == 1, "the same letter, however often the post office was asked"
