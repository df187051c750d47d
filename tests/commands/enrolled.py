"""An installation enrolled with SPID, for the tests of `sportello identity`."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from domain.access.gateways.saml.configured import service_party
from domain.access.gateways.saml.keys import load_pairs
from domain.cli import run
from domain.platform.settings import settings
from tests.support.database.postgres import TestDatabases

PORTAL = "https://sociale.comune.example"
IDP = "https://idp.prova.example"
FACTS = {
    "SPORTELLO_PORTAL_URL": PORTAL,
    "SPORTELLO_SPID": "true",
    "SPORTELLO_IPA_CODE": "c_x000",
    "SPORTELLO_ORGANIZATION_NAME": "Comune di Prova",
    "SPORTELLO_ORGANIZATION_URL": "https://comune.example",
    "SPORTELLO_ORGANIZATION_EMAIL": "protocollo@comune.example",
    "SPORTELLO_ORGANIZATION_PHONE": "+390000000000",
    "SPORTELLO_ORGANIZATION_LOCALITY": "Prova",
}
Told = Callable[..., tuple[int, str]]


def forget_settings() -> None:
    for cached in (settings, service_party, load_pairs):
        cached.cache_clear()


@pytest.fixture
def enrolled(installation: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """An installation that says of itself what SPID asks, without keys yet."""
    for name, value in (FACTS | {"SPORTELLO_IDENTITY_KEYS_FOLDER": str(tmp_path / "keys")}).items():
        installation.setenv(name, value)
    forget_settings()
    yield installation
    forget_settings()


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command; its exit code and everything it said."""

    def ask(*words: str) -> tuple[int, str]:
        code = run(["identity", *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return ask


@pytest.fixture
def owner(databases: TestDatabases, committed_database: str) -> Iterator["psycopg.Connection[Any]"]:
    """A hand that owns the tables of the installation; finds them empty and leaves them so."""
    with psycopg.connect(databases.url(committed_database), autocommit=True) as connection:
        _empty(connection)
        yield connection
        _empty(connection)


def _empty(connection: "psycopg.Connection[Any]") -> None:
    connection.execute("TRUNCATE access.identity_provider, access.sign_in_request, jobs.queue")
    connection.execute("TRUNCATE access.transaction_record, access.chain_head")


def a_provider(owner: "psycopg.Connection[Any]", *, is_saml: bool = True, **other: Any) -> None:
    """A provider as the registry would have brought it."""
    values = {
        "id": "00000000-0000-4000-8000-000000000001",
        "created_at": datetime.now(UTC),
        "way": "spid",
        "entity_id": IDP,
        "name": "Gestore di prova",
        "document": "{}",
        "source": "registry",
        "fetched_at": datetime.now(UTC),
        "expires_at": None,
        "is_enabled": True,
        "is_blocked": False,
        "is_saml": is_saml,
    } | other
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    owner.execute(f"INSERT INTO access.identity_provider ({names}) VALUES ({marks})", list(values.values()))  # pyright: ignore
