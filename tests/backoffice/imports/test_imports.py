"""An administrator brings a file, looks at the trial, writes it, and takes it back: without scripts."""

import io

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from domain.kernel.roles import Role
from domain.legacy.seeds.faulty_archive import HEADINGS, as_csv
from tests.backoffice.conftest import Office
from tests.backoffice.test_every_page import names_of
from tests.support.html import Browser, Page
from tests.support.personas import ROSA
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo

CSV = "text/csv"


def a_row(cells: dict[str, str]) -> list[str]:
    told = {"ID": "7", "Cognome": "Verdi", "Nome": "Ada", "Data di nascita": "03/02/1950", "Sesso": "F"} | cells
    return [told.get(heading, "") for heading in HEADINGS]


ROWS = [
    a_row({}),
    a_row({"ID": "8", "Nome": "Bruno", "Sesso": "maschietto"}),
    a_row({"ID": "9", "Nome": "Carlo", "Data di nascita": "31/02/1950"}),
    a_row(
        {
            "ID": "10",
            "Nome": ROSA.given_name,
            "Cognome": ROSA.family_name,
            "Data di nascita": f"{ROSA.born_on:%d/%m/%Y}",
            "Telefono": "0438 123456",
        }
    ),
]


async def brought(office: Office, browser: Browser, content: bytes, name: str = "persone.csv") -> Page:
    """The file is sent, and the program has read it."""
    form = (await browser.open("/importazioni/nuova")).form("Carica il file").fill({"source": "Vecchio"})
    page = await browser.send(form, [("file", (name, content, CSV))])
    await office.follow()
    return await browser.open(page.path) if page.path != "/importazioni" else page


async def tried(office: Office, browser: Browser, page: Page, **words: str) -> Page:
    """The columns as guessed, the words as told, the trial done."""
    columns = await browser.open(page.path + "/colonne")
    told = await browser.send(columns.form("Continua").fill({"mapping_name": "Anagrafica"}))
    form = told.form("Prova l'importazione")
    form.fill({f"word:{name.replace('__', ':')}": code for name, code in words.items()})
    await browser.send(form)
    await office.follow()
    return await browser.open(page.path)


@pytest.fixture
async def browser(office: Office) -> Browser:
    """The administrator at work."""
    return await office.at_work(Role.ENTE_ADMIN)


async def test_a_file_is_brought_tried_written_and_taken_back(office: Office, browser: Browser) -> None:
    page = await tried(office, browser, await brought(office, browser, as_csv(HEADINGS, ROWS)), sex__maschietto="M")
    assert "Nuove, da scrivere 3" in page.text
    assert "Con errori: restano fuori 1" in page.text
    await browser.send(page.form("Importa"))
    await office.follow()
    page = await browser.open(page.path)
    assert "Nuove, scritte 3" in page.text
    desk = await office.at_work(Role.DESK_OPERATOR)
    assert "Bruno Verdi" in (await desk.open("/cerca?q=bruno verdi")).text
    undo = (await browser.open(page.path + "/annullamento")).form("Annulla l'importazione")
    assert (await browser.send(undo)).status == 422
    await browser.send(undo.fill({"reason": "Era il file di prova"}))
    await office.follow()
    page = await browser.open(page.path)
    assert "3 righe sono tornate come prima" in page.text
    assert "Era il file di prova" in page.text
    assert "Bruno Verdi" not in (await desk.open("/cerca?q=bruno verdi")).text


async def test_the_errors_are_corrected_and_brought_again(office: Office, browser: Browser) -> None:
    page = await tried(office, browser, await brought(office, browser, as_csv(HEADINGS, ROWS)), sex__maschietto="M")
    assert "Questa data non esiste" in (await browser.open(page.path + "/righe")).text
    answer = (await browser.open(page.path + "/righe/errori")).answer
    table = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert table[0] == [*HEADINGS, "Riga", "Errori"]
    assert len(table) == 2
    assert str(table[1][-2]) == "4"
    assert "Data di nascita: Questa data non esiste" in str(table[1][-1])
    await browser.send(page.form("Importa"))
    await office.follow()
    right = [str(cell).replace("31/02", "28/02") for cell in table[1]]
    again = await brought(office, browser, as_csv([str(one) for one in table[0]], [right]), "errori.csv")
    columns = await browser.open(again.path + "/colonne")
    assert "Anagrafica" in columns.text
    assert "Riga" not in [" ".join(one.get_text().split()) for one in columns.soup.find_all("label")]
    page = await tried(office, browser, again)
    assert "Nuove, da scrivere 1" in page.text


async def test_somebody_who_may_be_known_is_decided_by_hand_and_the_look_is_noted(
    office: Office, browser: Browser
) -> None:
    await office.an_application()  # Rosa is known
    page = await tried(office, browser, await brought(office, browser, as_csv(HEADINGS, ROWS)), sex__maschietto="M")
    assert "Da decidere: forse ci sono già 1" in page.text
    doubts = await browser.open(page.path + "/dubbi")
    assert "stesso nome e stessa data di nascita" in doubts.text
    noted = sa.text("SELECT count(*) FROM platform.reading WHERE purpose = 'archive_import'")
    assert (await office.connection.execute(noted)).scalar_one() == 1
    await browser.send(doubts.form("È questa persona"))
    await browser.send((await browser.open(page.path)).form("Importa"))
    await office.follow()
    page = await browser.open(page.path)
    assert "Nuove, scritte 2" in page.text
    assert "Già presenti, completate 1" in page.text


async def test_only_administrators_bring_archives(office: Office, browser: Browser) -> None:
    page = await brought(office, browser, as_csv(HEADINGS, ROWS))
    worker = await office.at_work(Role.SOCIAL_WORKER)
    assert (await worker.open("/importazioni")).status == 403
    neighbour = await office.at_work(Role.ENTE_ADMIN, office_id=office.territory.neighbour_office_id)
    assert (await neighbour.open(page.path)).status == 404
    assert "Nessuna importazione" in (await neighbour.open("/importazioni")).text


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("persone.pdf", b"x", "Carica un file xlsx, ods o csv"),
        ("persone.csv", b"", "Scegli un file"),
    ],
)
async def test_another_kind_of_file_is_refused_at_once(
    office: Office, browser: Browser, name: str, content: bytes, told: str
) -> None:
    page = await brought(office, browser, content, name)
    assert page.status == 422
    assert told in page.text


async def test_a_file_that_cannot_be_read_says_why(office: Office, browser: Browser) -> None:
    page = await brought(office, browser, b"PK\x03\x04 no spreadsheet", "persone.xlsx")
    assert "Non riusciamo a leggere il file" in page.text


async def test_every_page_of_an_import_is_translatable(
    office: Office, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await brought(office, browser, as_csv(["Cognome", "Nome", "Nato il"], [["Ωμ", "Ωα", "31/02/1950"]]))
    seen = [await browser.open(page.path + place) for place in ("/colonne", "/voci")]
    assert [one.status for one in seen] == [200, 200]
    await tried(office, browser, page)
    named = await names_of(office)
    speak_pseudo(monkeypatch)
    known = [*named, "Cognome", "Nome", "Nato il", "persone.csv", "Vecchio", "Anna Prova", "Anagrafica", "Ωμ", "Ωα"]
    for place in ("/righe", "/righe?vista=rimaste", "/dubbi", "/annullamento", "/voci"):
        shown = await browser.open(page.path + place)
        assert letters_outside_brackets(shown.answer.text, known) == [], place
