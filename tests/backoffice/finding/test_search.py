"""The box of the back office finds people first, says why, and helps when it finds nobody."""

from uuid import UUID

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.html import Page
from tests.support.personas import FATIMA, ROSA, Persona


async def known(office: Office, persona: Persona = ROSA) -> UUID:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await a_person(work, office.territory, persona)


async def test_a_misheard_name_leads_to_the_person_and_the_reason_is_told(office: Office) -> None:
    person_id = await known(office)
    await known(office, FATIMA)
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = Page(await browser.client.get("/cerca", params={"q": "belandi rosa 1941"}))
    [row] = page.soup.select(".bo-row")
    assert row["href"] == f"/persone/{person_id}"
    for told in (ROSA.full_name, ROSA.codice_fiscale, "Il nome corrisponde", "Stesso anno di nascita", "anni"):
        assert told in row.get_text(" ", strip=True)


async def test_a_name_in_arabic_finds_its_latin_spelling_in_the_palette_too(office: Office) -> None:
    person_id = await known(office, FATIMA)
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = Page(await browser.client.get("/cerca/comandi", params={"q": "فاطمة العمراني"}))
    [option] = page.soup.select("li[role=option]")
    assert option["data-href"] == f"/persone/{person_id}"


async def test_people_come_first_and_their_cases_after(office: Office) -> None:
    await office.an_application()
    browser = await office.at_work(Role.SOCIAL_WORKER)
    page = Page(await browser.client.get("/cerca", params={"q": ROSA.family_name}))
    hrefs = [str(row["href"]).split("/")[1] for row in page.soup.select(".bo-row")]
    assert hrefs == ["persone", "casi"]


async def test_who_is_found_by_nobody_may_be_written_down(office: Office) -> None:
    browser = await office.at_work(Role.DESK_OPERATOR)
    page = Page(await browser.client.get("/cerca", params={"q": "zzzz"}))
    assert "Nessun risultato" in page.text
    assert page.link("Scrivi una persona nuova") == "/riconoscimenti/persone/nuova"


async def test_the_box_says_nothing_of_people_hidden_or_to_roles_without_people(office: Office) -> None:
    person_id = await known(office)
    accountant = await office.at_work(Role.ACCOUNTANT)
    assert Page(await accountant.client.get("/cerca", params={"q": "bellandi"})).soup.select(".bo-row") == []
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        keeper = await an_operator(work, office.territory.office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=person_id, operator_ids=(keeper.operator_id,)))
    browser = await office.at_work(Role.SOCIAL_WORKER)
    for text in ("bellandi", ROSA.codice_fiscale, "8/3/1941"):
        page = Page(await browser.client.get("/cerca", params={"q": text}))
        assert page.soup.select(".bo-row") == []
        assert ROSA.full_name not in page.text
