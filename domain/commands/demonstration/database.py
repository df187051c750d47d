"""The database of the demo: an embedded PostgreSQL, or the server that DATABASE_URL names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from domain.commands.migrate import bring_up_to_date
from domain.platform.embedded import start

NAME = "sportello"


@contextmanager
def demo_database(folder: Path) -> Iterator[tuple[str, str]]:
    """The addresses of a migrated database, as the application and as the owner, for as long as the block lasts.

    With DATABASE_URL set it is that one; DATABASE_OWNER_URL must then name the role that may change the tables.
    """
    if given := os.environ.get("DATABASE_URL"):
        owner_url = os.environ.get("DATABASE_OWNER_URL", given)
        bring_up_to_date(owner_url)
        yield given, owner_url
        return
    server = start(folder / "postgres")
    try:
        owner_url = server.url(NAME)
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (NAME,)).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        bring_up_to_date(owner_url)
        yield server.application_url(NAME), owner_url
    finally:
        server.stop()
