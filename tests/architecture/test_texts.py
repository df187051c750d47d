"""No sentence for people stands in Python outside translation."""

from pathlib import Path

import pytest

from tests.support.rules import python_text
from tests.support.rules.source import at_least, house, nothing, plant, read_sources


def test_no_sentence_in_python_is_outside_translation() -> None:
    at_least(100, house(), "Python files")
    nothing(python_text.untranslated(house()))


@pytest.mark.parametrize(
    "line",
    [
        'x = "Controlla le risposte."',
        'x = f"Hai {n} domande da vedere"',
        'raise RuleBroken("La domanda è già inviata")',
        'x = {"label": "Il tuo nome"}',
        'x = _("Ciao", who="chi abita con te, se non sei da solo")',
    ],
)
def test_a_planted_sentence_is_found(line: str, tmp_path: Path) -> None:
    plant(tmp_path, "web/a.py", line)
    assert len(python_text.untranslated(read_sources(tmp_path, ["web"]))) == 1


@pytest.mark.parametrize(
    "line",
    [
        '"""Il portale per i cittadini."""',
        'x = _("Controlla le risposte.")',
        'x = ngettext("Hai una domanda", "Hai %(num)s domande da vedere", n)',
        'log.info("the worker is ready for more")',
        'x = "SELECT la FROM per WHERE con = 1"',
        'x = "application/la+json"',
        'x = "text-la"',
    ],
)
def test_what_nobody_reads_passes(line: str, tmp_path: Path) -> None:
    plant(tmp_path, "web/a.py", line)
    assert python_text.untranslated(read_sources(tmp_path, ["web"])) == []


def test_the_laws_own_text_passes_only_with_its_law(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "web/a.py",
        '# NOTA: testo di legge: L. 241/1990, art. 7\nx = Text("Il termine del procedimento è di 30 giorni")',
    )
    plant(tmp_path, "web/b.py", '# NOTA: testo di legge\nx = Text("Il termine del procedimento è di 30 giorni")')
    found = python_text.untranslated(read_sources(tmp_path, ["web"]))
    assert [line.split(":")[0] for line in found] == ["web/b.py"]


def test_stories_and_the_command_line_are_elsewhere(tmp_path: Path) -> None:
    for path in ("domain/cli.py", "domain/commands/demo.py", "domain/registry/seeds.py"):
        plant(tmp_path, path, 'x = "La nonna abita da sola"')
    assert python_text.untranslated(read_sources(tmp_path, ["domain"])) == []
