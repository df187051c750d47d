"""Organisations on the screens: added, found with a wrong letter, changed, closed, chosen in a contact sheet."""

import csv
import io
from uuid import UUID

import pytest

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind
from tests.backoffice.conftest import Office
from tests.support.given import LONG_AGO, SYSTEM, a_person
from tests.support.html import Browser, Page

PATH = "/organizzazioni"
NAME = "Scuola media Ada Negri"
TYPED = {
    "name": NAME,
    "kind": "SCUOLA",
    "city": "Borgo Sereno",
    "phone": "0123 000010",
    "contacts.0.name": "Livia Prova",
    "contacts.0.role": "Segreteria",
}


async def added(browser: Browser, **more: str) -> Page:
    """The page of an organisation that was added just now."""
    return await browser.send((await browser.open(f"{PATH}/nuova")).form("Salva l'organizzazione").fill(TYPED | more))


async def test_an_organisation_is_added_found_changed_and_closed(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    assert "Nessuna organizzazione" in (await browser.open(PATH)).text
    shown = await added(browser)
    assert "Organizzazione salvata" in shown.text
    assert "Livia Prova" in shown.text
    found = await browser.open(f"{PATH}?q=scuolla+negri")
    assert "1 organizzazione" in found.text
    shown = await browser.open(found.link(NAME))
    form = await browser.open(shown.link("Modifica"))
    kept = await browser.send(form.form("Salva l'organizzazione").fill({"phone": "0123 000099"}))
    assert "Modifiche salvate" in kept.text
    assert "0123 000099" in kept.text
    assert "Livia Prova" in kept.text
    closed = await browser.send((await browser.open(kept.link("Chiudi"))).form("Chiudi l'organizzazione"))
    assert "La puoi scegliere fino al" in closed.text
    assert "Organizzazione riaperta" in (await browser.send(closed.form("Riapri"))).text


async def test_nothing_typed_is_lost_when_something_is_wrong(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await added(browser, vat_number="12345", email="boh", **{"contacts.1.name": "Ugo Prova"})
    assert page.status == 422
    assert page.one("#vat_number-error")
    assert page.one("#email-error")
    values = {str(one["name"]): str(one.get("value", "")) for one in page.soup.select("main input[name]")}
    assert values["name"] == NAME
    assert values["vat_number"] == "12345"
    assert values["contacts.1.name"] == "Ugo Prova"


async def test_a_name_that_is_taken_is_said_beside_it(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    await added(browser)
    page = await added(browser)
    assert page.status == 422
    assert "C'è già un'organizzazione con questo nome" in page.one("#name-error").get_text()


async def test_what_is_not_found_can_be_added_with_its_name(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = await browser.open(f"{PATH}?q=Circolo+Prova")
    form = await browser.open(page.link("Aggiungi «Circolo Prova»"))
    assert form.one("#name")["value"] == "Circolo Prova"
    reader = await office.at_work(Role.THIRD_SECTOR)
    assert "aggiungi" not in (await reader.open(f"{PATH}?q=Circolo")).one("main").get_text().lower()


async def test_the_file_says_what_the_list_says_and_no_cell_is_a_formula(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    await added(browser, city="=1+1")
    await added(browser, name="Ambulatorio Prova", kind="SANITA")
    answer = await browser.client.get(f"{PATH}/esportazione?tipo=SCUOLA")
    assert answer.headers["cache-control"] == "no-store"
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert (row["Nome"], row["Tipo"], row["Comune"]) == (NAME, "Scuola o ente di formazione", "'=1+1")


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        (Role.DESK_OPERATOR, 200, 200),
        (Role.SOCIAL_WORKER, 200, 200),
        (Role.ENTE_ADMIN, 200, 200),
        (Role.THIRD_SECTOR, 200, 403),
        (Role.PLANNER, 200, 403),
        (Role.ACCOUNTANT, 403, 403),
        (Role.AUDITOR, 403, 403),
    ],
)
async def test_who_looks_organisations_up_and_who_writes_them(
    office: Office, role: Role, reads: int, writes: int
) -> None:
    browser = await office.at_work(role)
    assert (await browser.open(PATH)).status == reads
    assert (await browser.open(f"{PATH}/nuova")).status == writes


async def test_the_neighbour_reads_an_organisation_and_is_offered_no_change(office: Office) -> None:
    shown = await added(await office.at_work(Role.DESK_OPERATOR))
    neighbour = await office.at_work(Role.DESK_OPERATOR, office_id=office.territory.neighbour_office_id)
    page = await neighbour.open((await neighbour.open(PATH)).link(NAME))
    assert NAME in shown.text
    assert NAME in page.text
    assert "Modifica" not in page.one("main").get_text()
    assert (await neighbour.open(f"{page.path}/modifica")).status == 404


@pytest.fixture
async def person(office: Office) -> UUID:
    """Rosa, of whom the registry knows enough for a sheet."""
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        person_id = await a_person(work, office.territory)
        phone = RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 1234567")
        await record_contact(work, SYSTEM, phone)
        home = RecordResidence(person_id=person_id, street="Via Lunga 1", starts_on=LONG_AGO)
        await record_residence(work, SYSTEM, home)
    return person_id


@pytest.mark.parametrize(("typed", "is_known"), [("scuola media ADA NEGRI", True), ("Un'altra scuola", False)])
async def test_a_sheet_leads_to_the_organisation_that_reports_whether_chosen_or_typed(
    office: Office, person: UUID, typed: str, *, is_known: bool
) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    body = await added(browser)
    page = await browser.open(f"/accoglienza/schede/nuova?persona={person}")
    assert [one["value"] for one in page.soup.select("#known-bodies option")] == [NAME]
    filled = {"civil_status": "3", "citizenship": "IT", "channel": "PERSONA", "reasons": ["SPONTANEO"]}
    filled |= {"outcome": "orientation", "reporter.name": "La maestra", "reporter.organisation": typed}
    sheet = await browser.send(page.form("Completa la scheda").fill(filled))
    assert typed in sheet.text
    links = [one["href"] for one in sheet.soup.select(f"main a[href^='{PATH}/']")]
    assert links == ([body.path] if is_known else [])


async def test_names_to_choose_come_while_somebody_types(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    await added(browser)
    await added(browser, name="Ambulatorio Prova", kind="SANITA")
    page = await browser.open("/accoglienza/schede/nuova")
    field = page.one("[name='reporter.organisation']")
    token = page.one("main input[name=_csrf_token]")["value"]
    sent = {"_csrf_token": str(token), "choosing": "reporter.organisation", "reporter.organisation": "negr"}
    answer = await browser.client.post(
        str(field["hx-post"]), data=sent, headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )
    assert answer.text == f'<option value="{NAME}"></option>'
