"""The demo as `make demo` starts it, on ports of its own, for as long as the tests last."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from domain.organization.seeds.staff import STAFF
from e2e.support.traces import Seen

LAST_LINE = "Per fermare tutto"
PORTS = ("PORTAL_PORT", "BACKOFFICE_PORT", "IDENTITY_PORT", "MAIL_PORT", "SMTP_PORT", "REGISTRY_PORT")
START_WITHIN_SECONDS = 600
STOP_WITHIN_SECONDS = 45


class DemoFailed(Exception):
    """The demo ended or did not come up; the message is what it said."""


@dataclass(frozen=True)
class Account:
    """An operator who can sign in: ``totp_secret`` is in base32; ``password`` is empty for that of everybody."""

    email: str
    totp_secret: str
    password: str = ""


@dataclass(frozen=True)
class RunningDemo:
    """Where the demo answers and who one can be, as its welcome says; its settings as its folder keeps them.

    ``seen`` is what all browsers have told its servers so far.
    """

    folder: Path
    portal: str
    backoffice: str
    identity: str
    password: str
    operators: dict[str, Account]
    settings: dict[str, Any]
    seen: Seen = field(default_factory=Seen)

    @property
    def origins(self) -> frozenset[str]:
        """The portal and the back office: the only hosts from which pages may load anything."""
        return frozenset((self.portal, self.backoffice))

    @contextmanager
    def database(self) -> Iterator["psycopg.Connection[Any]"]:
        """The database as its owner, to look at what is kept or to let time pass; every statement is kept at once."""
        with psycopg.connect(self.settings["database_owner_url"], autocommit=True) as connection:
            yield connection


@contextmanager
def running_demo() -> Iterator[RunningDemo]:
    """A fresh demo; stopped with Ctrl-C as a person would, and it must stop cleanly.

    Who writes journeys names in SPORTELLO_E2E_DEMO a folder with a demo that runs already, and its welcome.txt.
    """
    if ours := os.environ.get("SPORTELLO_E2E_DEMO"):
        yield _read(Path(ours) / "demo", (Path(ours) / "welcome.txt").read_text())
        return
    # a short path: PostgreSQL's socket lies in it, and sockets have names of at most 107 bytes
    with tempfile.TemporaryDirectory(prefix="sportello-e2e-") as spare:
        folder = Path(spare)
        with (folder / "welcome.txt").open("wb") as told:
            process = subprocess.Popen(
                [sys.executable, "-m", "domain.cli", "demo", "--folder", str(folder / "demo")],
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                env=_environment(),
                start_new_session=True,
            )
        try:
            yield _read(folder / "demo", _welcome(process, folder / "welcome.txt"))
        finally:
            code = _stop(process)
        if code:
            raise DemoFailed(f"The demo stopped with code {code}:\n{(folder / 'welcome.txt').read_text()}")


def _environment() -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))}
    return ours | _free_ports() | {"PYTHONUNBUFFERED": "1", "RESET": ""}


def _free_ports() -> dict[str, str]:
    probes = [socket.socket() for _name in PORTS]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return {name: str(probe.getsockname()[1]) for name, probe in zip(PORTS, probes, strict=True)}
    finally:
        for probe in probes:
            probe.close()


def _welcome(process: "subprocess.Popen[bytes]", told: Path) -> str:
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while time.monotonic() < deadline:
        text = told.read_text()
        if LAST_LINE in text:
            return text
        if process.poll() is not None:
            raise DemoFailed(text)
        time.sleep(0.2)
    raise DemoFailed(f"Not ready after {START_WITHIN_SECONDS} seconds:\n{told.read_text()}")


def _stop(process: "subprocess.Popen[bytes]") -> int:
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        return process.wait(STOP_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _read(folder: Path, told: str) -> RunningDemo:
    def word(pattern: str) -> str:
        found = re.search(pattern, told)
        if found is None:
            raise DemoFailed(f"The welcome does not say {pattern!r}:\n{told}")
        return found.group(1)

    # the welcome names the first five only
    colleagues = {f"{one.given_name} {one.family_name}": Account(one.email, one.totp_secret) for one in STAFF}
    operators = re.findall(r"^  (\S+@\S+)\n    ([^,]+),.*\n    segreto ([A-Z2-7]+)", told, re.MULTILINE)
    return RunningDemo(
        folder=folder,
        portal=word(r"Portale dei cittadini\s+(http\S+)"),
        backoffice=word(r"Sito degli uffici\s+(http\S+)"),
        identity=word(r"come si comporta la federazione: (http\S+)"),
        password=word(r"password di tutti è (\S+)"),
        operators=colleagues | {name: Account(email, secret) for email, name, secret in operators},
        settings=tomllib.loads((folder / "settings" / "demo.toml").read_text()),
    )
