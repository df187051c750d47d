"""The demo itself, started as its users start it: up, in use, and cleanly down."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
VARIABLES = ("PORTAL_PORT", "BACKOFFICE_PORT", "IDENTITY_PORT", "MAIL_PORT", "SMTP_PORT", "REGISTRY_PORT")
WITHIN_SECONDS = 600


def free_ports() -> dict[str, str]:
    listening = [socket.create_server(("127.0.0.1", 0)) for _ in VARIABLES]
    ports = [str(one.getsockname()[1]) for one in listening]
    for one in listening:
        one.close()
    return dict(zip(VARIABLES, ports, strict=True))


class RunningDemo:
    """A demo in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ports, self.output = folder, free_ports(), folder.parent / "output.txt"
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))
        }
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "domain.cli", "demo"],
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment | self.ports | {"DEMO_DIR": str(folder), "PYTHONUNBUFFERED": "1"},
            )

    def told(self) -> str:
        return self.output.read_text()

    def wait_until_told(self, words: str) -> None:
        deadline = time.monotonic() + WITHIN_SECONDS
        while words not in self.told():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < deadline, self.told()
            time.sleep(0.25)

    def page(self, variable: str, path: str = "/readyz") -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports[variable]}{path}", timeout=10) as answer:
            return answer.status

    def is_down(self) -> bool:
        for port in self.ports.values():
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                    return False
        return not (self.folder / "postgres" / "postmaster.pid").exists()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Started again it finds its people. Not in the folder of pytest, which the user of PostgreSQL may not enter."""
    with tempfile.TemporaryDirectory(prefix="sportello-demo-") as spare:
        yield Path(spare) / "demo"


@pytest.fixture
def demo(folder: Path) -> Iterator[RunningDemo]:
    """The demo, started."""
    running = RunningDemo(folder)
    yield running
    if running.process.poll() is None:
        running.process.terminate()
        running.process.wait(timeout=60)


def test_the_demo_comes_up_says_who_one_can_be_and_goes_down_cleanly(demo: RunningDemo) -> None:
    demo.wait_until_told("Per fermare tutto premi Ctrl-C.")
    assert demo.page("PORTAL_PORT") == demo.page("BACKOFFICE_PORT") == 200
    assert demo.page("MAIL_PORT", "/") == demo.page("IDENTITY_PORT", "/") == 200
    assert "segreto" in demo.told()
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(timeout=60) == 0
    assert "La demo è ferma." in demo.told()
    assert demo.is_down()


def test_a_process_that_dies_stops_the_demo_with_its_last_words(demo: RunningDemo) -> None:
    demo.wait_until_told("Per fermare tutto premi Ctrl-C.")
    children = Path(f"/proc/{demo.process.pid}/task/{demo.process.pid}/children").read_text().split()
    [worker] = [pid for pid in children if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(int(worker), signal.SIGKILL)
    assert demo.process.wait(timeout=60) == 1
    assert "lavori si è fermato" in demo.told()
    assert demo.is_down()
