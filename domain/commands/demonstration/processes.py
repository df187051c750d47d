"""The processes of the demo: started together, watched, and stopped together."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

STOP_WITHIN_SECONDS = 12
LAST_LINES = 15


class ChildDied(Exception):
    """A process of the demo ended by itself; the message shows its last words."""


class NotReady(Exception):
    """Something did not answer in time."""


@dataclass(frozen=True)
class _Child:
    name: str
    process: "subprocess.Popen[bytes]"
    log: Path
    _stream: IO[bytes]

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()
        return "\n".join(f"  {line}" for line in lines[-LAST_LINES:])


class Processes:
    """The children of one demo; each writes what it has to say into a file of ``logs``."""

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        """Children will see ``environment``."""
        self.logs, self.environment = logs, dict(environment)
        self._children: list[_Child] = []

    def start(self, name: str, *arguments: str) -> None:
        """Start ``python -m`` with ``arguments``, away from the terminal: Ctrl-C reaches only us, who stop in order."""
        log = self.logs / f"{name}.log"
        stream = log.open("wb")
        process = subprocess.Popen(  # noqa: S603 - our own modules
            [sys.executable, "-m", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            env=self.environment,
            start_new_session=True,
        )
        self._children.append(_Child(name, process, log, stream))

    def check(self) -> None:
        """Raise ``ChildDied`` where one has ended: nothing is restarted in silence."""
        for child in self._children:
            if (code := child.process.poll()) is not None:
                raise ChildDied(
                    f"{child.name} si è fermato (codice {code}). Le sue ultime righe:\n{child.last_words()}"
                )

    def wait_for(self, url: str, *, seconds: float = 60) -> bytes:
        """Wait until ``url`` answers 200 and give back what it says; raises ``NotReady`` or ``ChildDied``."""
        for _ in _every_quarter(seconds):
            self.check()
            try:
                with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - an address of ours
                    return answer.read()
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                continue
        raise NotReady(f"{url} non risponde da {seconds:.0f} secondi. Guarda i file in {self.logs}.")

    def stop(self) -> None:
        """Ask every child to stop, last started first; end those that do not."""
        for child in reversed(self._children):
            child.process.terminate()
        deadline = time.monotonic() + STOP_WITHIN_SECONDS
        for child in reversed(self._children):
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
            child._stream.close()
        self._children.clear()


def _every_quarter(seconds: float) -> Iterator[None]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        yield
        time.sleep(0.25)
