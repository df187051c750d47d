"""At the desk without scripts: bringing somebody in from the civil registry, and deciding on what differs."""

from pathlib import Path
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.html import Browser, Page
from tests.support.outside.civil_registry import CivilOffice, connected_civil_office, home, resident
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF, Persona
from tests.support.questions import Questions

PRACTICE = "2026/118"


@pytest.fixture
def civil_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CivilOffice:
    return connected_civil_office(tmp_path, monkeypatch)


async def search(browser: Browser, **typed: str) -> Page:
    form = (await browser.open("/anagrafe")).form("Cerca nell'anagrafe")
    return await browser.send(form.fill({"practice": PRACTICE} | typed))


async def bring_in(browser: Browser, persona: Persona) -> Page:
    found = await search(browser, codice_fiscale=persona.codice_fiscale)
    return await browser.send(found.form("Prendi la persona e la sua famiglia"))


async def in_registry(office: Office, persona: Persona = ROSA) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory, persona)


async def check(browser: Browser, person_id: UUID) -> Page:
    page = await browser.open(f"/persone/{person_id}/differenze")
    return await browser.send(page.form("Chiedi adesso all'anagrafe").fill({"practice": PRACTICE}))


async def test_a_code_brings_in_the_person_with_the_family(office: Office, civil_office: CivilOffice) -> None:
    civil_office.has(home(resident(DAVIDE), resident(FATIMA, "2")))
    browser = await office.at_work(Role.DESK_OPERATOR)
    found = await search(browser, codice_fiscale=DAVIDE.codice_fiscale)
    assert "Via dei Tigli 4, Borgo" in found.text
    assert DAVIDE.codice_fiscale not in str(found.answer.url)
    page = await browser.send(found.form("Prendi la persona e la sua famiglia"))
    assert page.heading.startswith(DAVIDE.full_name)
    assert "Persona presa dall'anagrafe" in page.text
    assert "Controllata con l'anagrafe" in page.text
    again = await search(browser, codice_fiscale=FATIMA.codice_fiscale)
    assert again.link("è già nel nostro archivio")


async def test_somebody_is_found_by_name_and_birth(office: Office, civil_office: CivilOffice) -> None:
    civil_office.has(home(resident(ROSA)))
    browser = await office.at_work(Role.DESK_OPERATOR)
    found = await search(browser, family_name="Bellandi", given_name="Maria Rosa", born_on="1941-03-08")
    assert ROSA.full_name in found.text
    nobody = await search(browser, family_name="Bellandi", given_name="Rosa", born_on="1941-03-08")
    assert "L'anagrafe non trova nessuno" in nobody.text


async def test_too_little_is_told_beside_the_field_and_nothing_typed_is_lost(
    office: Office, civil_office: CivilOffice
) -> None:
    page = await search(await office.at_work(Role.DESK_OPERATOR), family_name="Bellandi")
    assert page.status == 422
    assert "cognome, nome e data di nascita" in page.one("#codice_fiscale-error").get_text()
    assert page.labelled("Cognome")["value"] == "Bellandi"
    page = await search(await office.at_work(Role.DESK_OPERATOR), practice="", codice_fiscale=ROSA.codice_fiscale)
    assert page.one("#practice-error")


async def test_when_the_registry_is_down_the_person_is_written_by_hand_and_marked(
    office: Office, civil_office: CivilOffice
) -> None:
    civil_office.answers(httpx.ConnectTimeout("late"))
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await search(browser, codice_fiscale=ROSA.codice_fiscale)
    assert page.status == 422
    assert "L'anagrafe non risponde" in page.text
    assert page.labelled("Codice fiscale")["value"] == ROSA.codice_fiscale
    form = (await browser.open(page.link("Scrivi i dati a mano"))).form("Salva la persona")
    typed = {"given_name": "Maria Rosa", "family_name": "Bellandi", "codice_fiscale": ROSA.codice_fiscale}
    written = await browser.send(form.fill(typed))
    assert "Dati scritti a mano, da controllare" in written.text
    twice = await browser.send(form.fill(typed))
    assert twice.status == 422
    assert twice.one("#codice_fiscale-error")
    civil_office.has(home(resident(ROSA)))
    civil_office.works()
    checked = await browser.send(written.form("Chiedi adesso").fill({"practice": PRACTICE}))
    assert "da controllare" not in checked.text
    assert "Controllata con l'anagrafe" in checked.text


async def test_a_move_is_accepted_and_a_death_is_shown_first(office: Office, civil_office: CivilOffice) -> None:
    rosa = await in_registry(office)
    civil_office.has(home(resident(ROSA, died_on="2026-11-02"), resident(YOUSSEF, "3")))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await check(browser, rosa)
    kinds = [one.get_text() for one in page.soup.select(".ss-item-title")]
    assert kinds == ["Morte", "Residenza"]
    assert "Guarda subito che cosa è attivo" in page.text
    listed = await browser.open("/anagrafe/differenze")
    assert [one.get_text() for one in listed.soup.select(".bo-what")] == ["Morte", "Residenza"]
    assert "urgente" in listed.soup.select(".bo-who")[0].get_text()
    page = await browser.send(page.form("Accetta: vale l'anagrafe"))
    assert "Accettata. Il dato di prima resta nella storia." in page.text
    assert "vale l'anagrafe" in page.text  # the move still waits
    assert (await browser.open(f"/persone/{rosa}/differenze")).text.count("Accettata") == 1
    narrowed = await browser.open("/anagrafe/differenze?tipo=residence")
    assert [one.get_text() for one in narrowed.soup.select(".bo-what")] == ["Residenza"]
    accepted = await browser.open("/anagrafe/differenze?stato=accepted")
    assert [one.get_text() for one in accepted.soup.select(".bo-what")] == ["Morte"]


async def test_keeping_ours_asks_why(office: Office, civil_office: CivilOffice) -> None:
    rosa = await in_registry(office)
    civil_office.has(home(resident(ROSA)))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = await check(browser, rosa)
    form = page.form("Non accettare")
    refused = await browser.send(form)
    assert refused.status == 422
    assert refused.one("#reason-error")
    page = await browser.send(form.fill({"reason": "Vive dalla figlia, la residenza non è aggiornata"}))
    assert "Non accettata. Resta il nostro dato." in page.text
    assert "Vive dalla figlia" in page.text


async def test_a_protected_address_is_taken_over_only_with_a_reason(office: Office, civil_office: CivilOffice) -> None:
    rosa = await in_registry(office)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    outsider = await office.at_work(Role.SOCIAL_WORKER, names="Altra Persona")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        wanted = sa.text("SELECT id FROM organization.operator WHERE given_name = 'Anna'")
        [reader] = (await (await work.session.connection()).execute(wanted)).scalars().all()
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(reader,)))
    civil_office.has(home(resident(ROSA), road="dei Mandorli", city="Monte Lontano"))
    page = await check(browser, rosa)
    asked = await browser.send(page.form("Accetta"))
    assert asked.status == 422
    assert "Scrivi perché lo cambi" in asked.one("#reason-error").get_text()
    assert (await outsider.open(f"/persone/{rosa}/differenze")).status == 404
    done = await browser.send(asked.form("Accetta").fill({"reason": "La nuova casa è sicura, lo dice il centro"}))
    assert "Accettata" in done.text
    assert "Mandorli" not in (await search(outsider, codice_fiscale=ROSA.codice_fiscale)).text
    assert "Nessuna differenza" in (await outsider.open("/anagrafe/differenze")).text


async def test_reading_the_differences_is_noted(office: Office) -> None:
    rosa = await in_registry(office)
    await (await office.at_work(Role.DESK_OPERATOR)).open(f"/persone/{rosa}/differenze")
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        wanted = sa.text("SELECT person_id, is_granted FROM platform.reading")
        assert (await (await work.session.connection()).execute(wanted)).all() == [(rosa, True)]


async def test_where_no_registry_is_connected_the_page_says_so(office: Office) -> None:
    page = await (await office.at_work(Role.DESK_OPERATOR)).open("/anagrafe")
    assert "non è ancora collegato all'anagrafe" in page.text
    assert page.link("Scrivi i dati a mano")


async def test_a_neighbour_and_who_has_no_desk_come_nowhere(office: Office, civil_office: CivilOffice) -> None:
    rosa = await in_registry(office)
    neighbour = await office.at_work(Role.SOCIAL_WORKER, office_id=office.territory.neighbour_office_id)
    assert (await neighbour.open(f"/persone/{rosa}/differenze")).status == 404
    auditor = await office.at_work(Role.AUDITOR)
    assert (await auditor.open("/anagrafe")).status == 403
    assert (await auditor.open("/anagrafe/differenze")).status == 403


async def test_the_pages_of_one_person_ask_a_fixed_number_of_times(
    office: Office, civil_office: CivilOffice, questions: Questions
) -> None:
    rosa = await in_registry(office)
    civil_office.has(home(resident(ROSA), resident(YOUSSEF, "3"), resident(FATIMA, "2")))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    await check(browser, rosa)
    with questions(at_most=19):
        assert (await browser.open(f"/persone/{rosa}/differenze")).status == 200


async def test_an_import_needs_an_operator_of_the_desk(office: Office, civil_office: CivilOffice) -> None:
    civil_office.has(home(resident(DAVIDE)))
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await an_operator(work, office.territory.office_id)
    page = await bring_in(await office.at_work(Role.ADMIN_CLERK), DAVIDE)
    assert page.heading.startswith(DAVIDE.full_name)


async def test_the_operators_desk_says_how_many_wait(office: Office, civil_office: CivilOffice) -> None:
    rosa = await in_registry(office)
    civil_office.has(home(resident(ROSA, died_on="2026-11-02")))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    assert "con l'anagrafe da guardare" not in (await browser.open("/scrivania")).text
    await check(browser, rosa)
    desk = await browser.open("/scrivania")
    assert (await browser.open(desk.link("con l'anagrafe da guardare"))).path == "/anagrafe/differenze"
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        reader = await an_operator(work, office.territory.office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(reader.operator_id,)))
    assert "con l'anagrafe da guardare" not in (await browser.open("/scrivania")).text
