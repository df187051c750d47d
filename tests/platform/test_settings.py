"""Settings: from the environment and a file; insecure ones never serve real people; the reference is up to date."""

import base64
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_settings import SettingsError

from domain.commands.checks.reference import reference
from domain.platform.settings import Settings
from tests.conftest import ROOT

KEY = base64.b64encode(b"k" * 32).decode()
SAFE: dict[str, Any] = {
    "environment": "production",
    "portal_url": "https://sportello.example.org",
    "backoffice_url": "https://uffici.example.org",
    "database_url": "postgresql://sportello_app@db/sportello",
    "database_owner_url": "postgresql://owner@db/sportello",
    "secret_key": KEY,
    "master_keys": {"2026": KEY},
    "file_store_url": "s3://files",
}


def made(values: dict[str, Any]) -> Settings:
    """Settings as a process reads them, with ``values`` over the environment."""
    return Settings(**values)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine on which the tests run."""
    for name in ("ENVIRONMENT", "SECRET_KEY", "MASTER_KEYS", "CONFIG", "TRUSTED_PROXIES"):
        monkeypatch.delenv(f"SPORTELLO_{name}", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)


def test_safe_settings_serve_real_people() -> None:
    assert made(SAFE).production_problems() == []
    assert made(SAFE).secure_cookies


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("portal_url", "http://sportello.example.org", "portal_url"),
        ("backoffice_url", "http://uffici.example.org", "backoffice_url"),
        ("demo_identity_provider", True, "demo_identity_provider"),
        ("secret_key", "", "secret_key"),
        ("secret_key", base64.b64encode(b"short").decode(), "secret_key"),
        ("secret_key", "not base64!", "secret_key"),
        ("master_keys", {}, "master_keys"),
        ("master_keys", {"old": KEY, "new": "x"}, "master_keys"),
        ("database_url", "", "DATABASE_URL"),
        ("database_url", SAFE["database_owner_url"], "DATABASE_URL"),
        ("file_store_url", "", "file_store_url"),
    ],
)
def test_production_refuses_what_is_not_safe(name: str, value: object, named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        made(SAFE | {name: value})


def test_production_is_what_one_gets_without_saying() -> None:
    with pytest.raises(ValidationError):
        made({})


def test_a_demo_may_be_less_safe_and_knows_it() -> None:
    lax = made({"environment": "demo"})
    assert len(lax.production_problems()) == 6
    assert not lax.secure_cookies


@given(st.binary(min_size=0, max_size=64))
def test_only_32_bytes_are_a_key(content: bytes) -> None:
    chosen = made(SAFE | {"environment": "demo", "secret_key": base64.b64encode(content).decode()})
    assert ("secret_key" in " ".join(chosen.production_problems())) is (len(content) != 32)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('environment = "test"\ndatabase_pool = 3\nportal_ente = "dal-file"\n')
    monkeypatch.setenv("SPORTELLO_CONFIG", str(file))
    monkeypatch.setenv("SPORTELLO_PORTAL_ENTE", "da-fuori")
    found = made({})
    assert (found.database_pool, found.portal_ente) == (3, "da-fuori")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPORTELLO_CONFIG", str(tmp_path / "missing.toml"))
    with pytest.raises(SettingsError, match=r"missing\.toml"):
        made({})


def test_the_last_master_key_is_the_last_one_written() -> None:
    chosen = made(SAFE | {"master_keys": {"old": KEY, "new": base64.b64encode(b"n" * 32).decode()}})
    assert list(chosen.keys.items()) == [("old", b"k" * 32), ("new", b"n" * 32)]


def test_no_secret_is_shown() -> None:
    assert KEY not in repr(made(SAFE))


def test_the_reference_is_up_to_date() -> None:
    assert (ROOT / "docs/configuration.md").read_text() == reference(), (
        "sportello check --reference --output docs/configuration.md"
    )


def test_the_reference_names_every_setting_and_what_it_means() -> None:
    page = reference()
    assert all(field.description and field.description in page for field in Settings.model_fields.values())
