"""A portal and a worker of a measurement's own, as they run on a server."""

import os
import socket
from pathlib import Path
from types import TracebackType

from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.demonstration.processes import Processes

CLI = "domain.cli"


class OwnProcesses:
    """Within the block both run on the database of ``engine`` with our settings; ``portal`` is the address of one."""

    def __init__(self, engine: AsyncEngine, logs: Path, *, portal_ente: str) -> None:
        """``portal_ente`` is the slug of the ente whose portal answers; what they say goes to ``logs``."""
        port = _free_port()
        self.portal = f"http://127.0.0.1:{port}"
        url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        environment = os.environ | {
            "DATABASE_URL": url,
            "SPORTELLO_PORTAL_ENTE": portal_ente,
            "SPORTELLO_PORTAL_URL": self.portal,
        }
        self._port, self._processes = port, Processes(logs, environment)

    def __enter__(self) -> "OwnProcesses":
        """Start both; give them back when the portal answers."""
        self._processes.start("worker", CLI, "worker")
        self._processes.start("portal", CLI, "serve", "portal", "--port", str(self._port))
        try:
            self._processes.wait_for(f"{self.portal}/readyz")
        except BaseException:
            self._processes.stop()
            raise
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Stop both."""
        self._processes.stop()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
