"""The configuration doctor: what is well, what is not, and how to mend it."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr

from domain.cli import run
from domain.commands import checks
from domain.commands.checks.finding import Finding
from domain.commands.checks.partners import check_sms
from domain.platform.settings import Settings
from tests.support.database.postgres import TestDatabases


def told(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    return run(["check"]), capsys.readouterr().out


@pytest.fixture
def mail_server() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_what_is_well_is_said_line_by_line(
    installation: pytest.MonkeyPatch, mail_server: int, capsys: pytest.CaptureFixture[str]
) -> None:
    installation.setenv("SPORTELLO_SMTP_URL", f"smtp://127.0.0.1:{mail_server}")
    _code, lines = told(capsys)
    for area in (
        "impostazioni: valide",
        "database: risponde",
        "non possiede nulla",
        "database: aggiornata",
        "la sicurezza per riga vale per tutti",
        "la chiave segreta è valida",
        "la nuova è «prova»",
        "l'archivio si può scrivere",
        f"posta: 127.0.0.1:{mail_server} risponde",
        "la stessa ora",
    ):
        assert any(line.startswith("ok ") and area in line for line in lines.splitlines()), area


def test_the_owner_of_the_tables_is_no_role_for_the_application(
    installation: pytest.MonkeyPatch,
    databases: TestDatabases,
    committed_database: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    installation.setenv("DATABASE_URL", databases.url(committed_database))
    code, lines = told(capsys)
    assert code == 1
    assert "può aggirare la sicurezza per riga → " in lines


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("DATABASE_URL", "", "DATABASE_URL è vuota"),
        ("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing", "database: non risponde"),
        ("SPORTELLO_SECRET_KEY", "eA==", "SPORTELLO_SECRET_KEY non va bene"),
        ("SPORTELLO_MASTER_KEYS", "{}", "SPORTELLO_MASTER_KEYS non va bene"),
        ("SPORTELLO_FILE_STORE_URL", "", "SPORTELLO_FILE_STORE_URL è vuota"),
        ("SPORTELLO_FILE_STORE_URL", "ftp://files", "l'archivio non si può usare"),
        ("SPORTELLO_SMTP_URL", "", "nessuna e-mail parte"),
        ("SPORTELLO_SMTP_URL", "mail.example.org", "non è scritta bene"),
        ("SPORTELLO_SMTP_URL", "smtp://127.0.0.1:1", "127.0.0.1:1 non risponde"),
    ],
)
def test_a_problem_is_named_with_the_way_to_mend_it(
    name: str, value: str, found: str, installation: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installation.setenv(name, value)
    code, lines = told(capsys)
    assert code == 1
    assert any(line.startswith("PROBLEMA ") and found in line and " → " in line for line in lines.splitlines()), lines


def test_an_older_database_must_be_migrated(
    installation: pytest.MonkeyPatch,
    databases: TestDatabases,
    committed_database: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert installation
    with psycopg.connect(databases.url(committed_database), autocommit=True) as owner:
        owner.execute("GRANT SELECT ON public.alembic_version TO sportello_app")
        newest = owner.execute("SELECT version_num FROM public.alembic_version").fetchone()
        owner.execute("UPDATE public.alembic_version SET version_num = '0000'")
        _code, lines = told(capsys)
        assert "è alla versione 0000" in lines
        owner.execute("DROP TABLE public.alembic_version")
        owner.execute("CREATE TABLE public.alembic_version (version_num varchar(32) PRIMARY KEY)")
        owner.execute("INSERT INTO public.alembic_version VALUES (%s)", newest)
        owner.execute("GRANT SELECT ON public.alembic_version TO sportello_app")


async def test_a_check_that_breaks_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_chosen: Settings) -> list[Finding]:
        raise ZeroDivisionError

    async def fine(_chosen: Settings) -> list[Finding]:
        await asyncio.sleep(0)
        return [Finding.well("dopo", "guardato")]

    monkeypatch.setattr(checks, "CHECKS", (("rotto", broken), ("dopo", fine)))
    found = [finding async for finding in checks.all_checks(Settings(environment="test"))]  # pyright: ignore[reportCallIssue, reportArgumentType]
    assert [finding.is_well for finding in found] == [False, True]
    assert "ZeroDivisionError" in found[0].line()


def test_the_reference_is_written_where_asked(tmp_path: Path) -> None:
    file = tmp_path / "configuration.md"
    assert run(["check", "--reference", "--output", str(file)]) == 0
    assert "`SPORTELLO_SECRET_KEY`" in file.read_text()


@pytest.mark.parametrize(
    ("url", "token", "told_so"),
    [
        ("", "", "non impostati"),
        ("http://sms.prova.example/", "x", "non è scritta bene"),
        ("https://127.0.0.1:1/", "", "manca il gettone"),
        ("https://127.0.0.1:1/", "x", "127.0.0.1:1 non risponde"),
    ],
)
def test_the_gateway_for_sms_is_looked_at(url: str, token: str, told_so: str) -> None:
    chosen = Settings.model_construct(sms_url=url, sms_token=SecretStr(token))
    [finding] = asyncio.run(check_sms(chosen))
    assert told_so in finding.line()
    assert finding.is_well is (not url)
