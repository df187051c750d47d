"""A database for measuring, thrown away afterwards: no figure depends on yesterday's rows, no real row is touched."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.platform.database import driver_url
from domain.platform.embedded import start
from domain.platform.migrations import APPLICATION_ROLE, upgrade

FLOOR = "CREATE SCHEMA bench; CREATE TABLE bench.floor (id uuid PRIMARY KEY, kind text, body text)"


@asynccontextmanager
async def a_database(server_url: str | None) -> AsyncIterator[AsyncEngine]:
    """An engine, as the application role, on a fresh migrated database of ``server_url`` or of an embedded server."""
    with _server(server_url) as url, _database(url) as name:
        engine = create_async_engine(
            driver_url(_at(url, name, APPLICATION_ROLE)), connect_args={"options": "-c timezone=UTC -c jit=off"}
        )
        try:
            yield engine
        finally:
            await engine.dispose()


@contextmanager
def _server(given: str | None) -> Iterator[str]:
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="sportello-bench-"))
    server = start(folder / "postgres")
    try:
        yield server.url("postgres")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _database(server_url: str) -> Iterator[str]:
    name = f"sportello_bench_{os.getpid()}"
    _run(server_url, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        own = _at(server_url, name)
        upgrade(own)
        with psycopg.connect(own, autocommit=True) as connection:
            connection.execute(FLOOR)
            role = sql.Identifier(APPLICATION_ROLE)
            connection.execute(sql.SQL("GRANT USAGE ON SCHEMA bench TO {}").format(role))
            connection.execute(sql.SQL("GRANT INSERT ON bench.floor TO {}").format(role))
        yield name
    finally:
        _run(server_url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _run(server_url: str, statement: sql.Composed) -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(statement)


def _at(server_url: str, name: str, role: str | None = None) -> str:
    parts = urlsplit(server_url)
    netloc = f"{role}@{parts.netloc.rpartition('@')[2]}" if role else parts.netloc
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{name}"))
