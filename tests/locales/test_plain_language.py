"""Every Italian text a citizen reads is easy, and says it with the plain word."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from domain.kernel.languages import Language
from locales import update
from tests.support.rules import plain_language, python_text
from tests.support.rules.source import Source, at_least, house, nothing, plant, read_sources

CITIZEN = Language("it", "Italiano", scope="citizen")


@pytest.fixture(scope="module")
def read_by_citizens() -> Catalog:
    """The sentences of the real source that a citizen reads."""
    return update.in_scope(update.extract(), CITIZEN)


def test_every_sentence_a_citizen_reads_is_plain(read_by_citizens: Catalog) -> None:
    at_least(100, [m for m in read_by_citizens if m.id], "sentences")
    nothing(plain_language.hard_sentences(read_by_citizens))


def test_every_template_a_citizen_reads_is_easy_as_a_whole(read_by_citizens: Catalog) -> None:
    at_least(5, list(plain_language.running_text(read_by_citizens)), "templates with running text")
    nothing(list(plain_language.hard_templates(read_by_citizens)))


def test_every_legal_text_names_its_law(read_by_citizens: Catalog) -> None:
    marked = [m for m in read_by_citizens if "testo di legge" in " ".join(m.auto_comments)]
    nothing(
        [
            f"{m.id!r}: NOTA: testo di legge: needs the law and the article"
            for m in marked
            if not plain_language.is_legal(m)
        ]
    )
    assert len(marked) <= 20, "too many texts are left out as legal: tell them in plain words, fold the law's own away"


def hard_kept_texts(sources: Iterable[Source]) -> list[str]:
    """Faults of the sentences kept as data: what a service is, what a form asks, what a stage is called."""
    kept = python_text.kept_texts(sources)
    return [f"{place}: {text[:60]!r}: {says}" for place, text in kept for says in plain_language.faults(text)]


def test_every_text_of_the_catalogue_of_services_is_plain(read_by_citizens: Catalog) -> None:
    services = [m for m in read_by_citizens if m.id and any("catalogue/seeds" in place for place, _line in m.locations)]
    at_least(100, services, "texts of the services that come with the program")
    nothing(
        [
            f"{m.id!r}: {says}"
            for m in services
            if not plain_language.is_legal(m)
            for says in plain_language.faults(str(m.id))
        ]
    )
    nothing(hard_kept_texts(house("domain")))


def test_a_planted_hard_text_among_the_data_is_found(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "domain/catalogue/seeds.py",
        'A = {"it": "Invia la tua istanza", "en": "Send it"}\nB = said(it="Qualora tu voglia")\n',
    )
    plant(
        tmp_path,
        "domain/catalogue/good.py",
        'A = {"it": "Invia la domanda", "en": "istanza"}\nB = said(en="Qualora")\n',
    )
    found = hard_kept_texts(read_sources(tmp_path, ["domain"]))
    assert [line.split(":")[:2] for line in found] == [
        ["domain/catalogue/seeds.py", "1"],
        ["domain/catalogue/seeds.py", "2"],
    ]


PLAIN = [
    "Scrivi i dati della persona che ha bisogno di cure.",
    "Abbiamo ricevuto la tua domanda. Ti rispondiamo entro lunedì 14 dicembre 2026, alle ore 9:30.",
    "Puoi chiedere un aiuto in denaro (contributo, erogazione) se il tuo ISEE è basso.",
    "Ti mandiamo un SMS al numero %(phone)s. Se non arriva, chiama il numero 010 123456.",
    "Lo dice la legge (art. 10-bis, L. 241/1990).",
    "Le comunicazioni che ti mandiamo",
    "Conferma il tuo indirizzo",
]
HARD = {
    "La tua istanza è arrivata": "'istanza': say 'domanda'",
    "L'Istruttoria è in corso": "'Istruttoria': say",
    "Vieni presso il nostro sportello": "'presso'",
    "Il tuo nucleo familiare": "'nucleo familiare'",
    "Secondo e ai sensi della legge": "'ai sensi della'",
    "Devi effettuare il pagamento": "'effettuare'",
    "Vogliamo comunicare con te": "'comunicare'",
    "Qualora tu non possa": "'Qualora'",
    "I beneficiari del servizio": "'beneficiari'",
    "ATTENZIONE: leggi bene": "no words in capitals",
    "Scade il 14/12/26": "write the date in full",
    "Scade il 14.12.2026": "write the date in full",
    "Conferma": "a button says what it does",
    "La documentazione amministrativa relativa alla regolarizzazione andrà obbligatoriamente allegata telematicamente"
    " dal richiedente": "Gulpease",
    "a e i o u " * 5 + "a.": "a sentence of 26 words",
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_texts_pass(text: str) -> None:
    assert plain_language.faults(text) == []


@pytest.mark.parametrize("text", HARD)
def test_a_planted_hard_text_is_found(text: str) -> None:
    found = plain_language.faults(text)
    assert any(HARD[text] in line for line in found), found


def test_gulpease_is_the_formula() -> None:
    """Ten words, forty-one letters, one sentence."""
    assert plain_language.gulpease(["Scrivi i dati della persona che ha bisogno di cure."]) == 89 + (300 - 410) / 10


def test_sentences_end_where_people_stop() -> None:
    assert len(plain_language.sentences("Lo dice l'art. 10 della L. 241/1990. Vale per tutti!")) == 2
    assert len(plain_language.sentences("Serve:<br>un documento<li>una foto")) == 3
    assert plain_language.words("l'ufficio è in via %(street)s, 12") == ["l", "ufficio", "è", "in", "via", "dato", "12"]


def planted(comment: str) -> Catalog:
    """A catalogue with one hard text and a note."""
    made = Catalog()
    note = [comment] if comment else []
    text = "Il richiedente è consapevole delle responsabilità penali ai sensi di legge per dichiarazioni mendaci."
    made.add(text, locations=[("portal/a.html", 1)], auto_comments=note)
    return made


def test_a_legal_text_is_left_out_only_with_its_law() -> None:
    nothing(plain_language.hard_sentences(planted("NOTA: testo di legge: D.P.R. 445/2000, art. 76")))
    assert plain_language.hard_sentences(planted("NOTA: testo di legge"))
    assert plain_language.hard_sentences(planted("NOTA: in cima alla pagina"))
    assert plain_language.hard_sentences(planted(""))


def test_labels_do_not_lift_a_hard_page() -> None:
    made = planted("")
    for number in range(20):
        made.add(f"Nome {number}", locations=[("portal/a.html", 1)])
    assert len(list(plain_language.hard_templates(made))) == 1
    assert list(plain_language.hard_templates(planted("NOTA: testo di legge: art. 76 D.P.R. 445/2000"))) == []
