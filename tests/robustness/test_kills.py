"""The worker is killed at every step of what follows an application: nothing is lost, nothing happens twice."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import Any

import psycopg
import pytest
from aiosmtpd.controller import Controller

from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.platform.work import unit_of_work
from tests.robustness.conftest import Place
from tests.robustness.halting_worker import STEPS
from tests.support.personas import Persona

PATIENCE_SECONDS = 300
ROOT = Path(__file__).resolve().parents[2]
# application by application: numbers, receipts, cases, lines of the diary, letters, letters sent
EACH = """
    SELECT application.status || CASE WHEN receipt_id IS NULL THEN ', no receipt' ELSE '' END,
           (SELECT count(*) FROM documents.protocollo WHERE about_id = application.id),
           (SELECT count(*) FROM documents.document WHERE id = application.receipt_id AND kind = 'receipt'),
           (SELECT count(*) FROM casework.case_application inside WHERE inside.application_id = application.id),
           (SELECT count(*) FROM casework."case" WHERE person_id = application.beneficiary_id),
           (SELECT count(*) FROM casework.diary_entry entry WHERE entry.person_id = application.beneficiary_id),
           (SELECT count(*) FROM correspondence.letter WHERE person_id = application.applicant_id),
           (SELECT count(*) FROM correspondence.letter WHERE person_id = application.applicant_id AND status = 'sent')
    FROM intake.application"""
TOGETHER = """
    SELECT (SELECT count(*) FROM documents.protocollo), (SELECT max(last_number) FROM documents.protocollo_counter),
           (SELECT count(DISTINCT (person_id, file_name)) FROM documents.document),
           (SELECT count(*) FROM documents.document), (SELECT max(last_number) FROM casework.case_counter)"""
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
            try:
                wait_for(is_done, "everything is done", lambda: self._alive(process))
                process.terminate()
                assert process.wait(40) == 0, self.log.read_text()[-3000:]
            finally:
                process.kill()

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
    place: Place,
    database_url: str,
    database_url_owner: str,
    post_office: tuple[PostOffice, int],
    tmp_path: Path,
) -> None:
    """At each step a fresh application is sent, and the worker dies there; the next one also finishes what it left."""
    office, port = post_office
    workers = Workers(tmp_path, database_url, port)
    for number, step in enumerate(STEPS, 1):
        await somebody_applies(place, number)
        workers.killed_at(step)
    with psycopg.connect(database_url_owner, autocommit=True) as owner:
        workers.to_the_end(lambda: owner.execute(WAITING).fetchone() == (0,))
        assert owner.execute(EACH).fetchall() == [("submitted", 1, 1, 1, 1, 1, 1, 1)] * len(STEPS)
        # each has two papers: the whole receipt, and the short one that goes by post
        assert owner.execute(TOGETHER).fetchone() == (
            len(STEPS),
            len(STEPS),
            len(STEPS) * 2,
            len(STEPS) * 2,
            len(STEPS),
        )
        assert owner.execute(DEAD).fetchone() == (0,)
    assert len(set(office.keys)) == len(STEPS), "one letter each, however often the post office was asked"


async def somebody_applies(place: Place, number: int) -> None:
    """One more person sends an application."""
    applicant = await place.applicant(Persona("Rosa", "Bellandi", date(1941, 3, number), "F"))
    async with unit_of_work(applicant.citizen, bind=place.engine) as work:
        command = SubmitApplication(application_id=applicant.application_id, language="it")
        await submit_application(work, applicant.citizen, command)
