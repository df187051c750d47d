"""The commands find their database by the settings, so these tests give them one of their own, really committed to."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.platform.settings import settings
from tests.support.database.postgres import TestDatabases


@pytest.fixture(scope="session")
def committed_database(databases: TestDatabases, worker_id: str) -> Iterator[str]:
    """The name of a database for the commands of this worker."""
    with databases.clone(f"{worker_id}_commands") as name:
        yield name


@pytest.fixture
def installation(
    databases: TestDatabases, committed_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[pytest.MonkeyPatch]:
    """A small installation, as the environment names it; change a variable to break it."""
    key = base64.b64encode(b"c" * 32).decode()
    for name, value in {
        "DATABASE_URL": databases.url(committed_database, "sportello_app"),
        "DATABASE_OWNER_URL": databases.url(committed_database),
        "SPORTELLO_SECRET_KEY": key,
        "SPORTELLO_MASTER_KEYS": f'{{"prova": "{key}"}}',
        "SPORTELLO_FILE_STORE_URL": (tmp_path / "files").as_uri(),
    }.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()
