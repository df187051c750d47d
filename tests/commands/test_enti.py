"""The first steps of an installation: an ambito, an empty comune in it, its first administrator."""

import pytest

from domain.cli import run

pytestmark = pytest.mark.usefixtures("installation")
ADMIN = ["users", "create", "capo@vuoto.example", "--name", "Piera", "--surname", "Prova", "--ente", "vuoto"]


def test_an_empty_comune_is_opened_with_its_administrator_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["enti", "open", "valle-prova", "--kind", "ambito", "--name", "Ambito di prova"]) == 0
    assert run(["enti", "open", "vuoto", "--name", "Comune Vuoto", "--ambito", "valle-prova"]) == 0
    assert "--ente vuoto" in capsys.readouterr().out
    assert run(["enti", "list"]) == 0
    told = capsys.readouterr().out.splitlines()
    place = told.index("valle-prova  Ambito di prova")
    assert told[place + 1] == "  vuoto  Comune Vuoto"
    assert run([*ADMIN, "--office", "Segreteria", "--role", "desk_operator"]) == 1
    assert "Ha: nessun ufficio." in capsys.readouterr().err
    assert run([*ADMIN, "--office", "Segreteria", "--role", "ente_admin"]) == 0
    assert "capo@vuoto.example" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["Con Maiuscole", "--name", "Uno"], "La sigla ha solo lettere minuscole"),
        (["uno", "--name", "Uno", "--ambito", "nessuno"], "Nessun ambito ha la sigla nessuno."),
    ],
)
def test_what_makes_no_ente_is_said(written: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["enti", "open", *written]) == 1
    assert told in capsys.readouterr().err
