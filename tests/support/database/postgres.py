"""A PostgreSQL server for the tests, with a migrated template from which databases are cloned."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import fasteners
import psycopg
from psycopg import sql

from domain.commands.migrate import bring_up_to_date
from domain.platform.embedded import start

TEMPLATE = "sportello_template"


@dataclass(frozen=True)
class TestDatabases:
    """The databases of one server, reached as its superuser at ``server_url``."""

    __test__ = False
    server_url: str

    def url(self, name: str, role: str | None = None) -> str:
        """The address of the database ``name``, as ``role`` or as the superuser."""
        parts = urlsplit(self.server_url)
        netloc = parts.netloc
        if role:
            netloc = f"{role}@{netloc.rpartition('@')[2]}"
        return urlunsplit(parts._replace(netloc=netloc, path=f"/{name}"))

    @contextmanager
    def clone(self, worker: str) -> Iterator[str]:
        """A copy of the template for as long as the block lasts."""
        name = f"sportello_test_{worker}_{os.getpid()}"
        with self._server() as server:
            server.execute(_template_sql("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, TEMPLATE))
        try:
            yield name
        finally:
            with self._server() as server:
                server.execute(_template_sql("DROP DATABASE IF EXISTS {} WITH (FORCE)", name))

    def make_template(self) -> None:
        """A fresh template database: migrated, with the lists that come with the program."""
        with self._server() as server:
            server.execute(_template_sql("DROP DATABASE IF EXISTS {} WITH (FORCE)", TEMPLATE))
            server.execute(_template_sql("CREATE DATABASE {}", TEMPLATE))
        bring_up_to_date(self.url(TEMPLATE))

    def _server(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.url("postgres"), autocommit=True)


def _template_sql(statement: str, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*map(sql.Identifier, names))  # pyright: ignore[reportArgumentType]


def test_server(shared: Path) -> Iterator[TestDatabases]:
    """The server named by TEST_DATABASE_URL, else an embedded one; its template is made once a run."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield _with_template(TestDatabases(given), shared)
        return
    folder = Path(os.environ.get("SPORTELLO_TEST_DIR", Path(__file__).resolve().parents[3] / ".test")) / "postgres"
    server = start(folder)
    try:
        yield _with_template(TestDatabases(server.url("")), shared)
    finally:
        server.stop()


test_server.__test__ = False  # pyright: ignore[reportFunctionMemberAccess]


def _with_template(databases: TestDatabases, shared: Path) -> TestDatabases:
    done = shared / "template-is-made"
    with fasteners.InterProcessLock(shared / "template.lock"):
        if not done.exists():
            databases.make_template()
            done.touch()
    return databases
