"""Administrators keep the coded lists: they see where each code comes from, add their own, switch codes off and on."""

import csv
import io

import pytest

from domain.kernel.roles import Role
from tests.backoffice.conftest import Office
from tests.support.html import Browser, Page

LISTS = "/amministrazione/codici"


async def an_admin(office: Office) -> Browser:
    return await office.at_work(Role.ENTE_ADMIN)


async def an_ambito_admin(office: Office) -> Browser:
    return await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)


async def added(browser: Browser, name: str = "bisogno", **typed: str) -> Page:
    page = await browser.open(f"{LISTS}/{name}/voci/nuova")
    return await browser.send(page.form("Aggiungi la voce").fill({"label": "Sportello digitale"} | typed))


@pytest.mark.parametrize("path", ["", "/bisogno", "/bisogno/voci/nuova", "/bisogno/esportazione"])
async def test_the_lists_are_for_administrators(office: Office, path: str) -> None:
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert (await browser.open(LISTS + path)).status == 403


async def test_the_lists_are_found_by_their_title(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open(f"{LISTS}?q=soggiorno")
    assert "Motivi del titolo di soggiorno" in page.text
    assert "Stato civile" not in page.text
    assert "Nessun elenco trovato" in (await browser.open(f"{LISTS}?q=zzz")).text


async def test_a_class_stands_before_its_codes_and_the_page_says_what_is_common(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open(f"{LISTS}/bisogno")
    assert "punto di partenza" in page.text
    assert page.text.index("Soldi e spese") < page.text.index("Bollette arretrate") < page.text.index("Sfratto")
    assert "comune a tutti · bisogno economico" in page.text
    assert "aggiunta dal tuo ente" not in page.text


async def test_a_code_is_added_in_its_class_and_counts_as_a_common_one(office: Office) -> None:
    browser = await an_admin(office)
    saved = await added(browser, parent="INFORMAZIONE", common_code="INFORMAZIONE.DIGITALE")
    assert "Salvato" in saved.text
    found = await browser.open(f"{LISTS}/bisogno?q=sportello")
    assert "Sportello digitale aggiunta dal tuo ente SPORTELLO_DIGITALE" in found.text
    assert "conta come INFORMAZIONE.DIGITALE" in found.text
    assert "51 voci, 1 aggiunta" in (await browser.open(f"{LISTS}?q=bisogni")).text


async def test_the_comuni_have_what_the_ambito_adds(office: Office) -> None:
    page = await (await an_ambito_admin(office)).open(LISTS)
    assert "vale anche per i comuni dell'ambito" in page.text
    await added(await an_ambito_admin(office), label="Trasporto in montagna")
    assert "aggiunta dall'ambito" in (await (await an_admin(office)).open(f"{LISTS}/bisogno?q=montagna")).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"label": ""}, "label"),
        ({"code": "ABITARE"}, "code"),
        ({"code": "due parole"}, "code"),
        ({"position": "primo"}, "position"),
        ({"starts_on": "2026-05-02", "ends_on": "2026-05-01"}, "ends_on"),
    ],
)
async def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(
    office: Office, typed: dict[str, str], field: str
) -> None:
    page = await added(await an_admin(office), **typed)
    assert page.status == 422
    assert page.soup.find(id=f"{field}-error") is not None
    if field != "label":
        assert page.labelled("Voce")["value"] == "Sportello digitale"


async def test_a_code_is_renamed_and_put_first(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open(f"{LISTS}/bisogno/voci/ABITARE")
    saved = await browser.send(page.form("Salva").fill({"label": "Dove abitare", "position": "1"}))
    assert saved.text.index("Dove abitare") < saved.text.index("Soldi e spese")
    empty = await browser.send(page.form("Salva").fill({"label": ""}))
    assert empty.status == 422


async def test_a_code_is_switched_off_and_on_again(office: Office) -> None:
    browser = await an_admin(office)
    card = await browser.open(f"{LISTS}/lingua_livello/voci/A2%2B")
    asked = await browser.open(card.link("Disattiva"))
    assert "resta e si legge" in asked.text
    done = await browser.send(asked.form("Disattiva la voce"))
    assert "non si può scegliere" in done.text
    again = await browser.open((await browser.open(f"{LISTS}/lingua_livello/voci/A2%2B")).link("Riattiva"))
    assert "non si può scegliere" not in (await browser.send(again.form("Riattiva la voce"))).text


async def test_a_day_that_is_none_is_told(office: Office) -> None:
    browser = await an_admin(office)
    for way, button, field in (("fine", "Disattiva", "first_day_off"), ("ripresa", "Riattiva", "starts_on")):
        asked = await browser.open(f"{LISTS}/bisogno/voci/ABITARE/{way}")
        again = await browser.send(asked.form(button).fill({field: "domani"}))
        assert again.status == 422
        assert again.labelled("dal giorno")["value"] == "domani"


async def test_a_long_list_is_searched_and_turned_page_by_page(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open(f"{LISTS}/comuni")
    assert len(page.soup.select(".bo-row")) == 25
    second = await browser.open(page.link("Pagina successiva"))
    assert second.text != page.text
    assert "provincia RM" in (await browser.open(f"{LISTS}/comuni?q=roma")).text


async def test_an_ente_gives_a_service_its_national_code(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open(f"{LISTS}/servizio_richiesto/voci/OCCUPAZIONE.ITALIANO")
    await browser.send(page.form("Salva").fill({"siuss": "A2.17"}))
    found = await browser.open(f"{LISTS}/servizio_richiesto?q=italiano")
    assert "SIUSS A2.17" in found.text


async def test_a_list_is_taken_away_as_a_file(office: Office) -> None:
    browser = await an_admin(office)
    await added(browser, label="=1+1", code="FORMULA")
    answer = (await browser.open(f"{LISTS}/bisogno/esportazione")).answer
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert answer.headers["content-disposition"].startswith('attachment; filename="bisogno-')
    by_code = {row["Codice"]: row for row in rows}
    assert by_code["ECONOMIA.DEBITI"]["Bisogno economico"] == "sì"
    assert by_code["ECONOMIA.DEBITI"]["Classe"] == "ECONOMIA"
    assert (by_code["FORMULA"]["Voce"], by_code["FORMULA"]["Provenienza"]) == ("'=1+1", "aggiunta dal tuo ente")


@pytest.mark.parametrize("path", ["/niente", "/niente/voci/nuova", "/bisogno/voci/NIENTE", "/niente/esportazione"])
async def test_what_is_not_there_is_not_found(office: Office, path: str) -> None:
    assert (await (await an_admin(office)).open(LISTS + path)).status == 404
