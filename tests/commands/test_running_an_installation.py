"""The commands with which somebody runs an installation: migrate, users, switch."""

import re

import pytest

from domain.cli import run
from domain.kernel.actor import System
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.terms import EnteKind, OfficeKind
from domain.platform.database import dispose
from domain.platform.work import unit_of_work

pytestmark = pytest.mark.usefixtures("installation")

NEW = [
    "users",
    "create",
    "ada@example.org",
    "--name",
    "Ada",
    "--surname",
    "Prova",
    "--ente",
    "borgo",
    "--office",
    "Sportello",
    "--role",
    "desk_operator",
]


@pytest.fixture
async def borgo(installation: pytest.MonkeyPatch) -> None:
    """An ente with an office, made once."""
    assert installation
    system = System("test")
    async with unit_of_work(system) as work:
        ente_id = await open_ente(work, system, OpenEnte(kind=EnteKind.AMBITO, name="Borgo", slug="borgo"))
        await open_office(work, system, OpenOffice(ente_id=ente_id, kind=OfficeKind.PROFESSIONAL, name="Sportello"))
    await dispose()


def secret_in(told: str) -> str:
    found = re.search(r"Segreto: +([A-Z2-7]{32})", told)
    assert found
    return found[1]


@pytest.mark.usefixtures("borgo")
def test_an_operator_is_created_listed_and_given_new_credentials(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(NEW) == 0
    first = secret_in(capsys.readouterr().out)
    assert run(["users", "list"]) == 0
    assert "ada@example.org  Ada Prova: Operatore di sportello, Sportello" in capsys.readouterr().out
    assert run(["users", "reset", "ada@example.org"]) == 0
    assert secret_in(capsys.readouterr().out) != first
    assert run(NEW) == 1
    assert "già" in capsys.readouterr().err
    assert run([*NEW[:10], "Altro", *NEW[11:]]) == 1
    assert "Ha: Sportello." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["users", "reset", "nobody@example.org"], "Nessun operatore entra con nobody@example.org."),
        ([*NEW[:8], "altrove", *NEW[9:]], "Nessun ente ha la sigla altrove."),
        (["switch", "off", "submission"], "Scrivi il sito e la pagina"),
    ],
)
def test_what_is_not_there_is_said(written: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(written) == 1
    assert told in capsys.readouterr().err


def test_a_page_is_turned_off_and_on(capsys: pytest.CaptureFixture[str]) -> None:
    route = "portal:application.submission"
    assert run(["switch", "off", route]) == 0
    assert run(["switch", "off", route]) == 0
    assert run(["switch", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == route
    assert run(["switch", "on", route]) == 0
    assert run(["switch", "list"]) == 0
    assert "Nessuna pagina è spenta." in capsys.readouterr().out


def test_migrating_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["migrate"]) == 0
    assert run(["migrate"]) == 0
    assert "è aggiornata" in capsys.readouterr().out


def test_migrating_needs_the_owner(installation: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    installation.setenv("DATABASE_OWNER_URL", "")
    assert run(["migrate"]) == 1
    assert "DATABASE_OWNER_URL" in capsys.readouterr().err


def test_a_database_that_does_not_answer_is_said_in_one_line(
    installation: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installation.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    assert run(["users", "list"]) == 1
    assert capsys.readouterr().err.startswith("La base di dati non risponde.")


def test_a_real_installation_gets_no_invented_people(
    installation: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {
        "ENVIRONMENT": "production",
        "PORTAL_URL": "https://a.example",
        "BACKOFFICE_URL": "https://b.example",
    }.items():
        installation.setenv(f"SPORTELLO_{name}", value)
    for written in (["seed"], ["seed", "--people", "1000"]):
        assert run(written) == 1
        assert "installazione vera" in capsys.readouterr().err
