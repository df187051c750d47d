"""One transaction per request, one place that commits, no network where a transaction is open."""

from pathlib import Path

import pytest

from tests.support.rules import transactions
from tests.support.rules.source import PACKAGES, TESTS, at_least, house, nothing, plant, read_sources


def test_exactly_one_file_commits_a_session() -> None:
    sources = house()
    at_least(60, sources, "Python files")
    assert transactions.committing_files(sources) == ["domain/platform/work.py"]
    nothing(transactions.stray_commits(sources))


def test_a_planted_second_commit_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "domain/platform/work.py", "async def f(session):\n    await session.commit()\n")
    plant(tmp_path, "domain/intake/actions/a.py", "async def f(work):\n    await work.session.commit()\n")
    plant(tmp_path, "domain/intake/jobs.py", "def f(connection):\n    connection.commit()\n")
    sources = read_sources(tmp_path, ["domain"])
    assert transactions.committing_files(sources) == ["domain/intake/actions/a.py", "domain/platform/work.py"]
    assert len(transactions.stray_commits(sources)) == 2


RULES = {
    "silent_flushes": ("await session.flush()", "sys.stdout.flush()"),
    "stray_jose": ("from jose import jwt", "import joserfc"),
    "stray_httpx": ("from httpx import AsyncClient", "import httpx_ws"),
    "prints": ("print('ciao')", "log.info('print')"),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_packages_keep_the_rule(rule: str) -> None:
    sources = house()
    at_least(60, sources, "Python files")
    nothing(getattr(transactions, rule)(sources))


@pytest.mark.parametrize("rule", RULES)
def test_a_planted_line_breaks_the_rule(rule: str, tmp_path: Path) -> None:
    bad, good = RULES[rule]
    plant(tmp_path, "web/bad.py", f"async def f(session):\n    {bad}\n")
    plant(tmp_path, "web/good.py", f"async def f(session):\n    {good}\n")
    found = getattr(transactions, rule)(read_sources(tmp_path, ["web"]))
    assert [line.split(":")[0] for line in found] == ["web/bad.py"]


def test_the_places_where_the_rules_make_room(tmp_path: Path) -> None:
    plant(tmp_path, "domain/access/gateways/jose_tokens.py", "import httpx\nfrom jose import jwe\n")
    plant(tmp_path, "domain/cli.py", "print('Portale: pronto')\n")
    plant(tmp_path, "domain/a.py", "async def f(session):\n    # the constraint must answer now\n    session.flush()\n")
    plant(tmp_path, "domain/b.py", "async def f(session):\n    session.flush()  # the id is needed below\n")
    sources = read_sources(tmp_path, ["domain"])
    for rule in RULES:
        nothing(getattr(transactions, rule)(sources))


def test_nothing_postpones_annotations_or_imports_relatively() -> None:
    sources = house(*PACKAGES, *TESTS)
    at_least(100, sources, "Python files")
    nothing(transactions.postponed_annotations(sources))


@pytest.mark.parametrize(
    "line",
    [
        "from __future__ import annotations",
        "from typing import TYPE_CHECKING",
        "import typing\nif typing.TYPE_CHECKING: pass",
        "from . import forms",
        "from ..intake import events",
    ],
)
def test_planted_postponed_annotations_are_found(line: str, tmp_path: Path) -> None:
    plant(tmp_path, "portal/a.py", line)
    assert len(transactions.postponed_annotations(read_sources(tmp_path, ["portal"]))) == 1
