"""The demo identity providers sign in anybody as anybody: no production process starts with them, or holds them."""

import base64
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from grimp import build_graph
from setuptools import find_packages

from tests.conftest import ROOT

PACKAGES = ("portal", "backoffice", "web", "domain")
KEY = base64.b64encode(b"k" * 32).decode()
SAFE = {
    "SPORTELLO_ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://sportello_app@db.example.it/sportello",
    "SPORTELLO_PORTAL_URL": "https://servizi.example.it",
    "SPORTELLO_BACKOFFICE_URL": "https://uffici.example.it",
    "SPORTELLO_SECRET_KEY": KEY,
    "SPORTELLO_MASTER_KEYS": f'{{"prova": "{KEY}"}}',
    "SPORTELLO_FILE_STORE_URL": "file:///var/lib/sportello",
}
PROGRAMS = (("serve", "portal"), ("serve", "backoffice"), ("worker",))


def started(*arguments: str, **changes: str) -> "subprocess.CompletedProcess[str]":
    """A program of ours in a process of its own, with safe production settings but for the changes."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=ours | SAFE | changes,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS, ids=" ".join)
@pytest.mark.parametrize("setting", ["demo_identity_provider", "loopback_development"])
def test_a_production_process_refuses_to_start_and_says_why(program: tuple[str, ...], setting: str) -> None:
    ended = started("domain.cli", *program, **{f"SPORTELLO_{setting.upper()}": "true"})

    assert ended.returncode != 0
    assert setting in ended.stderr
    assert "Traceback" not in ended.stderr
    assert KEY not in ended.stderr


@pytest.mark.slow
def test_the_same_settings_without_it_are_fine() -> None:
    asked = "from domain.platform.settings import settings; print(settings().production_problems())"
    ended = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env={"PATH": "", **SAFE}, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr


def test_no_emulator_can_be_reached_from_what_is_installed() -> None:
    graph = build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)

    assert {"litestar", "sqlalchemy"} <= graph.modules
    assert not [module for module in graph.modules if module.partition(".")[0] in {"e2e", "tests"}]


def test_the_emulators_are_not_installed() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    installed = {name.partition(".")[0] for name in find_packages(str(ROOT), include=told)}

    assert installed == set(PACKAGES)
    assert Path(ROOT / "e2e" / "emulators" / "identity_provider").is_dir()


@pytest.mark.slow
def test_no_program_loads_an_emulator() -> None:
    asked = (
        "import sys, portal.app, backoffice.app, domain.cli, domain.worker;"
        "print([name for name in sys.modules if name.partition('.')[0] in {'e2e', 'tests'}])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env={"PATH": "", **SAFE}, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr
