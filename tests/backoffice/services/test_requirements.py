"""A planner writes who may have a service, tries it, and people read it."""

from domain.catalogue.seeds.starting_services import MONEY_HELP
from tests.backoffice.conftest import Office
from tests.backoffice.services.test_services import an_admin
from tests.support.html import Browser, Page

LIMIT = {
    "sentence": "La famiglia ha un ISEE fino a 9.000 euro.",
    "line.1.question": "isee",
    "line.1.comparison": "at_most",
    "line.1.value": "9.000,00",
    "source": "Regolamento comunale, articolo 5.",
}


async def the_requirements(browser: Browser) -> Page:
    """Those of a new version of the help in money."""
    page = await browser.open("/servizi")
    token = page.one("input[name=_csrf_token]")["value"]
    draft = Page(await browser.client.post("/servizi", data={"slug": MONEY_HELP, "_csrf_token": token}))
    return await browser.open(draft.link("Scrivi i requisiti"))


async def test_a_limit_is_written_without_a_formula_and_tried_on_typed_facts(office: Office) -> None:
    browser = await an_admin(office)
    page = await the_requirements(browser)
    page = await browser.open(page.link("Aggiungi un requisito"))
    page = await browser.send(page.form("Salva il requisito").fill(LIMIT))
    assert "«ISEE in euro» è al massimo «9000,00»" in page.text
    tried = page.form("Prova").fill({"f.isee": "9.000,01", "f.lives_here": "yes"})
    page = await browser.send(tried)
    outcomes = [badge.get_text() for badge in page.soup.select("main ol .badge")]
    assert outcomes == ["Va bene", "Non si sa", "si può rimediare dopo", "Non si sa", "Non va bene"]
    page = await browser.send(page.form("Prova").fill({"f.isee": "tanto"}))
    assert page.status == 422
    assert page.labelled("ISEE in euro")["value"] == "tanto"


async def test_a_requirement_that_is_not_whole_says_what_is_missing_and_loses_nothing(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open((await the_requirements(browser)).link("Aggiungi un requisito"))
    page = await browser.send(page.form("Salva il requisito").fill(LIMIT | {"line.1.question": ""}))
    assert page.status == 422
    assert "Scegli che cosa si guarda." in page.text
    assert page.labelled("Il requisito")["value"] == LIMIT["sentence"]


async def test_a_requirement_is_changed_and_taken_out(office: Office) -> None:
    browser = await an_admin(office)
    page = await the_requirements(browser)
    page = await browser.open(page.link("La famiglia fa fatica"))
    page = await browser.send(page.form("Salva il requisito").fill({"sentence": "La famiglia ha pochi soldi."}))
    assert "La famiglia ha pochi soldi." in page.text
    page = await browser.send(page.form("Togli : La famiglia ha pochi soldi."))
    assert "La famiglia ha pochi soldi." not in page.text
