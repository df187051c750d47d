"""Who may import whom: the contracts of pyproject.toml, and the table of the house plan line by line."""

from pathlib import Path

import pytest

from tests.support.rules import contracts, neighbours
from tests.support.rules.source import ROOT, at_least, house, nothing, plant, read_sources

PLANTS = {
    "web/planted.py": "import portal\nimport domain.platform.database\n",
    "web/planted_tick.py": "import web.planted_tock\n",
    "web/planted_tock.py": "import web.planted_tick\n",
    "portal/planted.py": "import backoffice\nimport sqlalchemy\nimport dramatiq\n",
    "backoffice/planted.py": "import portal\nimport sqlalchemy\nimport dramatiq\n",
    "domain/attic/__init__.py": "",
    "domain/kernel/planted.py": "import domain.platform.work\nimport litestar\nimport jinja2\nimport sqlalchemy\n",
    "domain/platform/planted.py": "import domain.intake.events\nimport litestar\nimport httpx\n",
}


def contexts(root: Path) -> list[str]:
    """The contexts of the domain: its folders, without the two every context stands on and the entry points."""
    folders = (p.name for p in (root / "domain").iterdir() if (p / "__init__.py").exists())
    return sorted(name for name in folders if name not in neighbours.FOUNDATION | neighbours.ENTRIES)


def break_everything(root: Path) -> None:
    """Plants one import or one folder against every contract of the plan."""
    for path, text in PLANTS.items():
        plant(root, path, text)
    for context in contexts(root):
        room = root / "domain" / context
        if (room / "model").is_dir() or (room / "model.py").exists():
            plant(root, f"portal/planted_{context}.py", f"import domain.{context}.model\n")
        for private in ("gateways", "rules", "permissions", "reactions", "jobs"):
            if (room / private).is_dir() or (room / f"{private}.py").exists():
                plant(root, f"portal/planted_{context}_{private}.py", f"import domain.{context}.{private}\n")
        plant(root, f"domain/{context}/planted.py", "import httpx\nimport litestar\n")


def test_the_contracts_are_kept() -> None:
    names = contracts.declared(ROOT)
    at_least(6, names, "import contracts in pyproject.toml")
    found, said = contracts.verdicts(ROOT)
    assert sorted(found) == sorted(names), said
    assert set(found.values()) == {"KEPT"}, said


def test_every_contract_breaks_when_a_bad_import_is_planted(tmp_path: Path) -> None:
    root = contracts.copy_of_the_packages(ROOT, tmp_path)
    break_everything(root)
    found, said = contracts.verdicts(root)
    assert sorted(found) == sorted(contracts.declared(ROOT)), said
    unbroken = [name for name, verdict in found.items() if verdict != "BROKEN"]
    assert not unbroken, (
        f"no planted import breaks these contracts: plant one, or the contract checks nothing: {unbroken}"
    )


def test_every_context_has_its_tables_protected_and_its_floors_drawn() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = contexts(ROOT)
    at_least(8, found, "contexts")
    with_tables = [name for name in found if (ROOT / "domain" / name / "model").is_dir()]
    nothing(
        [
            f"{name}: no protected contract for domain.{name}.model"
            for name in with_tables
            if f'"domain.{name}.model"' not in text
        ]
    )
    nothing(
        [f"{name}: not among the containers of the inner floors" for name in found if f'"domain.{name}"' not in text]
    )


def test_no_file_knows_a_stranger() -> None:
    at_least(60, house(), "Python files")
    nothing(neighbours.strangers(house()))


STRANGERS = {
    "portal/a.py": [
        "import backoffice.app",
        "from domain.intake.model.application import Application",
        "from domain.intake import model",
        "from sqlalchemy import select",
        "from domain.platform import jobs",
        "import dramatiq",
    ],
    "backoffice/cases/a.py": ["from portal.app import create_app", "from domain.casework.permissions import may_read"],
    "web/a.py": [
        "from domain.intake.terms import Status",
        "from portal import app",
        "from domain.platform import jobs",
    ],
    "domain/intake/actions/a.py": [
        "from domain.registry.model.person import Person",
        "import litestar",
        "from web import forms",
    ],
    "domain/platform/a.py": ["from domain.intake.events import ApplicationSubmitted"],
    "domain/kernel/a.py": ["import sqlalchemy", "from domain.platform import work", "import os"],
}


@pytest.mark.parametrize(("path", "line"), [(path, line) for path, lines in STRANGERS.items() for line in lines])
def test_a_planted_stranger_is_found(path: str, line: str, tmp_path: Path) -> None:
    plant(tmp_path, path, line)
    assert len(neighbours.strangers(read_sources(tmp_path, [path.split("/", maxsplit=1)[0]]))) == 1


def test_the_allowed_neighbours_pass(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "portal/a.py",
        "from domain.intake.actions.start import start\nfrom domain.platform.work import UnitOfWork\n",
    )
    plant(
        tmp_path,
        "portal/b.py",
        "from domain.kernel.actor import Citizen\nfrom domain.intake import terms\nimport web.forms\n",
    )
    plant(tmp_path, "web/a.py", "from domain.platform.settings import settings\nfrom domain.kernel.text import Text\n")
    plant(
        tmp_path,
        "domain/intake/actions/a.py",
        "import sqlalchemy\nfrom domain.intake.model.a import A\nfrom domain.registry.queries import q\n",
    )
    nothing(neighbours.strangers(read_sources(tmp_path, ["portal", "web", "domain"])))
