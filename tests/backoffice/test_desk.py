"""The desk: recognising people, linking accounts from abroad, calling back, reading health cards."""

from uuid import UUID

import pytest

from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.intake.actions.contact_requests.ask_to_be_called import AskToBeCalled, ask_to_be_called
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.domain.access.desk.test_linking import ABROAD
from tests.support.given import SYSTEM, a_person
from tests.support.html import Browser, Page
from tests.support.personas import FATIMA, OKSANA, ROSA, Persona
from tests.support.questions import Questions

SEEN = {
    "document_kind": "identity_card",
    "document_number": "CA00000AA",
    "document_issuer": "Comune di Prova",
    "document_expires_on": "2099-01-01",
}


async def known(office: Office, persona: Persona = ROSA) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory, persona)


async def searched(browser: Browser, words: str) -> Page:
    page = await browser.open("/riconoscimenti")
    return await browser.send(page.form("Cerca la persona").fill({"words": words}))


async def test_in_three_screens_a_person_has_a_slip_to_take_home(office: Office) -> None:
    await known(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    found = await searched(browser, "bellandi rosa")
    assert ROSA.codice_fiscale not in str(found.answer.url)
    page = await browser.open(found.link(ROSA.full_name))
    asked = page.form("Ho visto il documento").fill(SEEN | {"email": "rosa@prova.example"})
    slip = await browser.send(asked)
    assert slip.heading == "Foglio da dare alla persona"
    assert ROSA.full_name in slip.text
    assert "rosa@prova.example" not in slip.text
    assert len(slip.one("article strong.fs-4").get_text().replace(" ", "")) == 8


async def test_the_slip_speaks_the_persons_language(office: Office) -> None:
    person_id = await known(office, FATIMA)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"/riconoscimenti/persone/{person_id}")
    slip = await browser.send(page.form("Ho visto il documento").fill(SEEN | {"email": "f@prova.example"}))
    assert (slip.one("article")["lang"], slip.one("article")["dir"]) == ("ar", "rtl")


async def test_an_expired_document_is_refused_and_nothing_typed_is_lost(office: Office) -> None:
    person_id = await known(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"/riconoscimenti/persone/{person_id}")
    old = SEEN | {"email": "rosa@prova.example", "document_expires_on": "2020-01-01"}
    again = await browser.send(page.form("Ho visto il documento").fill(old))
    assert again.status == 422
    assert "scaduto" in again.text
    assert again.labelled("Numero del documento")["value"] == "CA00000AA"


async def test_somebody_new_is_written_down_without_codice_fiscale(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open((await searched(browser, "Melnyk")).link("Scrivi una persona nuova"))
    filled = {"given_name": "Oksana", "family_name": "Melnyk", "born_on": "1971-11-02", "language": "uk"}
    page = await browser.send(page.form("Salva e vai al documento").fill(filled))
    assert page.heading == "Controlla il documento"
    assert "Oksana Melnyk" in page.text


async def test_somebody_whom_a_neighbour_keeps_is_not_written_down_twice(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await a_person(work, office.territory, ROSA, ente_id=office.territory.neighbour_id)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open("/riconoscimenti/persone/nuova")
    filled = {"given_name": "Maria", "family_name": "Bellandi", "codice_fiscale": ROSA.codice_fiscale}
    again = await browser.send(page.form("Salva e vai al documento").fill(filled))
    assert again.status == 422
    assert "già registrata" in again.text


@pytest.mark.parametrize("scan", ["{}", "*{}*", "%{}BELLANDI^MARIA ROSA ^?;8038000123456789=?"])
async def test_a_health_card_in_the_search_box_opens_the_person_at_once(office: Office, scan: str) -> None:
    person_id = await known(office)
    await known(office, FATIMA)
    browser = await office.at_work(Role.DESK_OPERATOR)
    typed = scan.format(ROSA.codice_fiscale)
    page = Page(await browser.client.get("/cerca", params={"q": typed}))
    assert page.path == f"/persone/{person_id}"
    assert (await searched(browser, typed)).path == f"/riconoscimenti/persone/{person_id}"


async def test_a_health_card_opens_the_case_of_who_has_one(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = Page(await browser.client.get("/cerca", params={"q": f"*{ROSA.codice_fiscale}*"}))
    assert page.path.startswith("/casi/")
    assert ROSA.full_name in page.text


async def test_the_card_of_somebody_out_of_reach_opens_nothing(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await a_person(work, office.territory, ROSA, ente_id=office.territory.neighbour_id)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = Page(await browser.client.get("/cerca", params={"q": ROSA.codice_fiscale}))
    assert (page.path, page.soup.select(".bo-row")) == ("/cerca", [])


async def from_abroad(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await sign_in_citizen(work, ABROAD, ambito_id=office.territory.ambito_id, language="uk", device="")


async def test_an_account_from_abroad_is_compared_and_linked(office: Office) -> None:
    await from_abroad(office)
    await known(office, OKSANA)
    browser = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.ambito_office_id)
    accounts = await browser.open("/collegamenti")
    search = await browser.open(accounts.link(OKSANA.full_name))
    found = await browser.send(search.form("Cerca la persona").fill({"words": OKSANA.codice_fiscale}))
    compared = await browser.open(found.link(OKSANA.full_name))
    assert compared.heading == "È la stessa persona?"
    assert OKSANA.codice_fiscale in compared.text
    without = await browser.send(compared.form("Collega le due schede").fill(SEEN | {"reason": "sì"}))
    assert without.status == 422
    done = await browser.send(
        without.form("Collega le due schede").fill({"reason": "Permesso di soggiorno con il codice."})
    )
    assert done.heading == "Collegamento fatto"
    assert "Nessun accesso da collegare" in (await browser.open("/collegamenti")).text


async def test_somebody_from_abroad_gets_a_codice_fiscale(office: Office) -> None:
    await from_abroad(office)
    browser = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.ambito_office_id)
    search = await browser.open((await browser.open("/collegamenti")).link(OKSANA.full_name))
    found = await browser.send(search.form("Cerca la persona").fill({"words": "nessuno"}))
    page = await browser.open(found.link("Scrivi il codice fiscale"))
    filled = SEEN | {"codice_fiscale": OKSANA.codice_fiscale, "reason": "Tesserino del codice fiscale."}
    assert (await browser.send(page.form("Salva il codice fiscale").fill(filled))).heading == "Collegamento fatto"


async def test_a_request_to_be_called_is_taken_and_answered(office: Office) -> None:
    asked = AskToBeCalled(ente_id=office.territory.comune_id, name="Fatima", phone="333", need="Vorrei <b>sapere</b>")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await ask_to_be_called(work, SYSTEM, asked)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open("/richiamate")
    assert "Vorrei <b>sapere</b>" in page.text
    taken = await browser.send(page.form("Me ne occupo io"))
    assert "Anna Prova" in taken.one("main").get_text()
    answered = await browser.send(taken.form("Ho risposto"))
    assert "Nessuna richiesta" in answered.text
    assert "Fatima" in (await browser.open("/richiamate?vista=fatte")).text


@pytest.mark.parametrize("path", ["/riconoscimenti", "/collegamenti", "/richiamate"])
async def test_the_desk_is_for_those_who_work_at_it(office: Office, path: str) -> None:
    browser = await office.at_work(Role.AUDITOR)
    assert (await browser.open(path)).status == 403


async def test_a_neighbours_requests_are_not_seen(office: Office) -> None:
    asked = AskToBeCalled(ente_id=office.territory.neighbour_id, name="Fatima", phone="333", need="Aiuto")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await ask_to_be_called(work, SYSTEM, asked)
    browser = await office.at_work(Role.DESK_OPERATOR)
    assert "Nessuna richiesta" in (await browser.open("/richiamate")).text


async def test_the_pages_of_a_person_ask_a_fixed_number_of_times(office: Office, questions: Questions) -> None:
    person_id = await known(office)
    browser = await office.at_work(Role.DESK_OPERATOR)
    path = f"/riconoscimenti/persone/{person_id}"
    page = await browser.open(path)
    with questions(at_most=22):
        page = await browser.open(path)
    slip = await browser.send(page.form("Ho visto il documento").fill(SEEN | {"email": "rosa@prova.example"}))
    with questions(at_most=16):
        assert (await browser.open(slip.path)).status == 200


async def test_the_pages_of_a_comparison_ask_a_fixed_number_of_times(office: Office, questions: Questions) -> None:
    await from_abroad(office)
    person_id = await known(office, OKSANA)
    browser = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.ambito_office_id)
    search = (await browser.open("/collegamenti")).link(OKSANA.full_name)
    for path in (search, f"{search}/persone/{person_id}", f"{search}/codice-fiscale"):
        await browser.open(path)
        with questions(at_most=22):
            assert (await browser.open(path)).status == 200


async def test_without_a_procedure_the_page_is_as_it_was(office: Office) -> None:
    application_id = await office.an_application()
    page = await (await office.at_work(Role.ADMIN_CLERK)).open(f"/domande/{application_id}")
    assert page.status == 200
    assert "Comincia il controllo" not in page.text
