"""English identifiers; the law's Italian words only where the glossary names them; no names that say nothing."""

from pathlib import Path

import pytest

from tests.support.rules import words
from tests.support.rules.source import PACKAGES, Source, at_least, house, nothing, plant, read_sources


def _planted(root: Path, text: str, path: str = "domain/intake/model/thing.py") -> list[Source]:
    plant(root, path, text)
    return read_sources(root, ["domain"])


def test_identifiers_are_english_or_in_the_glossary() -> None:
    sources = house(*PACKAGES, "tests")
    at_least(100, sources, "Python files")
    nothing(words.italian_identifiers(sources, words.italian(), words.allowed()))


@pytest.mark.parametrize(
    "text",
    [
        "class Domanda: ...",
        "def invia_domanda(): ...",
        "richiedente = 1",
        "def f(cognome): ...",
        "self.esito = 1",
        "f(indirizzo=1)",
        "class ApplicationIstruttoria: ...",
        "rendicontazione_due_on = 1",
    ],
)
def test_a_planted_italian_identifier_is_found(text: str, tmp_path: Path) -> None:
    assert len(words.italian_identifiers(_planted(tmp_path, text), words.italian(), words.allowed())) == 1


def test_a_planted_italian_file_name_is_found(tmp_path: Path) -> None:
    sources = _planted(tmp_path, "", "domain/intake/model/domanda.py")
    assert len(words.italian_identifiers(sources, words.italian(), words.allowed())) == 1


def test_the_words_of_the_glossary_pass_and_only_they(tmp_path: Path) -> None:
    sources = _planted(tmp_path, "def bando_of(ente_id, codice_fiscale, protocollo, isee): ...\n")
    nothing(words.italian_identifiers(sources, words.italian(), words.allowed()))
    assert len(words.italian_identifiers(sources, words.italian() | {"ente"}, frozenset())) == 4


def test_every_word_the_glossary_allows_stands_in_its_table() -> None:
    text = words.GLOSSARY.read_text(encoding="utf-8").split("```identifiers")[0].lower()
    at_least(10, sorted(words.allowed()), "allowed words")
    nothing([f"{word} is allowed but not explained" for word in sorted(words.allowed()) if word not in text])


def test_no_name_says_nothing() -> None:
    at_least(60, house(), "Python files")
    nothing(words.empty_names(house()))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("person_data = 1", "domain/a.py"),
        ("class PersonInfo: ...", "domain/a.py"),
        ("class SessionManager: ...", "domain/a.py"),
        ("def form_helper(): ...", "domain/a.py"),
        ("", "domain/intake/utils.py"),
        ("", "domain/intake/rules/date_helpers.py"),
        ("class IntakeService: ...", "domain/intake/a.py"),
        ("", "domain/intake/service.py"),
    ],
)
def test_a_planted_empty_name_is_found(text: str, path: str, tmp_path: Path) -> None:
    assert len(words.empty_names(_planted(tmp_path, text, path))) == 1


def test_a_social_service_may_be_called_one(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "domain/catalogue/actions/publish_service.py",
        "class PublishService: ...\ndef publish_service(): ...\n",
    )
    plant(tmp_path, "domain/catalogue/queries/published_services.py", "def published_service(): ...\n")
    plant(tmp_path, "domain/privacy/actions/hand_over_data.py", "class HandOverData: ...\n")
    nothing(words.empty_names(read_sources(tmp_path, ["domain"])))
