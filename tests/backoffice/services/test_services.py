"""An administrator who is no programmer makes a service in the browser, and people find it."""

import json
from urllib.parse import urlencode

import pytest

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import published_service
from domain.catalogue.seeds.starting_services import MONEY_HELP
from domain.catalogue.terms import FieldKind
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page

CARD = {
    "summary": "Un aiuto per fare la spesa.",
    "addressed_to": "A chi ha pochi soldi.",
    "how_to": "Fai la domanda qui.",
    "needed": "Un documento\nL'ISEE",
    "obtained": "Un buono per la spesa.",
    "times": "Rispondiamo in un mese.",
    "conditions": "Devi vivere qui.",
    "costs": "È gratis.",
    "topic": "Soldi",
    "area": "Famiglie",
    "term_days": "45",
}


async def an_admin(office: Office) -> Browser:
    return await office.at_work(Role.AMBITO_ADMIN, office_id=office.territory.ambito_office_id)


async def a_draft(browser: Browser, title: str = "Buono spesa") -> Page:
    page = await browser.open("/servizi")
    return await browser.send(page.form("Inizia la bozza").fill({"title": title}))


async def with_step(browser: Browser, draft: Page, title: str = "La tua casa") -> Page:
    page = await browser.open(draft.link("Aggiungi un passo"))
    return await browser.send(page.form("Salva il passo").fill({"title": title}))


async def with_question(browser: Browser, draft: Page, kind: FieldKind, **typed: str) -> Page:
    page = await browser.open(draft.link("Aggiungi una domanda"))
    chosen = page.form("Continua").fill({"tipo": kind.value})
    page = await browser.open(f"{chosen.action}?{urlencode(chosen.fields)}")
    typed = {name.replace("__", "."): value for name, value in typed.items()}
    return await browser.send(page.form("Salva la domanda").fill(typed))


async def a_form(browser: Browser) -> Page:
    """A draft with two questions, the second asked only of those who pay a rent."""
    draft = await with_step(browser, await a_draft(browser))
    draft = await with_question(browser, draft, FieldKind.CHOICE, label="Dove vivi?", options="In affitto\nIn casa mia")
    asked = {"line__1__question": "dove_vivi", "line__1__comparison": "is", "line__1__value": "in affitto"}
    return await with_question(
        browser, draft, FieldKind.MONEY, label="Quanto paghi?", tells="isee", minimum="1", **asked
    )


async def test_a_service_is_made_without_writing_code_and_is_published(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_form(browser)
    assert "«Dove vivi?» è «In affitto»" in draft.text
    assert "Scheda, da scrivere: A chi è rivolto" in draft.text
    card = await browser.open(draft.link("Modifica la scheda"))
    refused = await browser.send(card.form("Salva la scheda").fill(CARD | {"benefit_code": "Z9 niente"}))
    assert refused.status == 422
    assert refused.soup.find(id="benefit_code-error") is not None
    assert refused.labelled("Codice della prestazione")["value"] == "Z9 niente"
    draft = await browser.send(refused.form("Salva la scheda").fill({"benefit_code": "A1.06 Buoni spesa"}))
    assert "A1.06 Buoni spesa o buoni pasto" in draft.text
    assert "Bozza salvata." in draft.text
    assert "Prima di pubblicare" not in draft.text
    assert "Il procedimento scelto non è in vigore" in draft.text
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await publish_starting_procedures(work, SYSTEM, office.territory.ambito_id)
    page = await browser.open(draft.link("Pubblica"))
    assert "Procedimento ordinario" in page.text
    assert "non è in vigore" not in page.text
    page = await browser.send(page.form("Pubblica il servizio"))
    assert "Servizio pubblicato" in page.text
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        found = await published_service(work, SYSTEM, "buono-spesa", ente_id=office.territory.ambito_id)
        rent = (await form_of(work, found.version_id)).field("quanto_paghi")
    assert (found.term_days, found.card.title.in_("it")) == (45, "Buono spesa")
    assert found.card.benefit_code == "A1.06"
    assert "Codice SIUSS: A1.06" in page.text
    assert rent is not None
    assert rent.tells == "isee"
    assert rent.only_if == {"==": [{"var": "dove_vivi"}, "in_affitto"]}


async def test_what_is_in_force_is_taken_up_and_goes_on_until_the_draft_is_published(office: Office) -> None:
    browser = await an_admin(office)
    page = await browser.open("/servizi")
    form = next(f for f in page.soup.find_all("form") if f.find("input", {"name": "slug", "value": MONEY_HELP}))
    assert form.find("button") is not None
    answer = await browser.client.post(
        "/servizi", data={"slug": MONEY_HELP, "_csrf_token": page.one("input[name=_csrf_token]")["value"]}
    )
    draft = Page(answer)
    assert draft.status == 200
    for link in [str(one["href"]) for one in draft.soup.select("main a[href*='/bozze/']")]:
        assert (await browser.open(link.split("#")[0])).status == 200, link
    assert "bozza aperta" in (await browser.open("/servizi")).text


async def test_a_question_that_misses_something_says_so_and_loses_nothing(office: Office) -> None:
    browser = await an_admin(office)
    draft = await with_step(browser, await a_draft(browser))
    page = await with_question(browser, draft, FieldKind.CHOICE, label="Dove vivi?", hint="Adesso")
    assert page.status == 422
    assert "Scrivi le risposte fra cui scegliere" in page.text
    assert page.labelled("La domanda")["value"] == "Dove vivi?"


async def test_a_condition_with_an_answer_that_is_not_there_names_the_ones_that_are(office: Office) -> None:
    browser = await an_admin(office)
    draft = await with_step(browser, await a_draft(browser))
    draft = await with_question(browser, draft, FieldKind.YES_NO, label="Hai figli?")
    asked = {"line__1__question": "hai_figli", "line__1__comparison": "is", "line__1__value": "forse"}
    page = await with_question(browser, draft, FieldKind.NUMBER, label="Quanti?", **asked)
    assert page.status == 422
    assert "Scrivi una di queste risposte: Sì, No." in page.text


async def test_a_question_does_not_move_above_the_one_it_looks_at_and_the_page_says_why(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_form(browser)
    page = await browser.send(draft.form("Su : Quanto paghi?"))
    assert page.status == 422
    assert "«Quanto paghi?» guarda la risposta a «Dove vivi?»" in page.text
    page = await browser.send(draft.form("Togli : Quanto paghi?"))
    assert "Quanto paghi?" not in page.text


async def test_the_preview_shows_the_questions_as_people_see_them(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_form(browser)
    page = await browser.open(draft.link("Anteprima"))
    assert page.labelled("In affitto")["type"] == "radio"
    assert page.labelled("Quanto paghi?")["name"] == "quanto_paghi"


async def test_a_translation_is_written_beside_the_italian(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_form(browser)
    page = await browser.open(str(draft.one("a[href$='/traduzioni/en']")["href"]))
    field = page.labelled("Dove vivi?")
    await browser.send(page.form("Salva la traduzione").fill({str(field["name"]): "Where do you live?"}))
    assert (await browser.open(str(draft.one("a[href$='/traduzioni/en']")["href"]))).labelled(
        "Dove vivi?"
    ).get_text() == "\nWhere do you live?"


async def test_the_form_goes_out_as_a_file_and_comes_back(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_form(browser)
    taken = await browser.open(draft.link("Scarica il modulo"))
    assert json.loads(taken.answer.text)["format"] == "sportello-form/1"
    other = await a_draft(browser, "Altro aiuto")
    page = await browser.open(other.link("Carica un modulo da un file"))
    refused = await browser.send(page.form("Carica il modulo"), [("file", ("m.json", b"{}", "application/json"))])
    assert refused.status == 422
    assert "non è un modulo" in refused.text
    form = refused.form("Carica il modulo")
    page = await browser.send(form, [("file", ("m.json", taken.answer.content, "application/json"))])
    assert "Dove vivi?" in page.text


async def test_a_colleague_who_saved_meanwhile_is_not_overwritten(office: Office) -> None:
    browser = await an_admin(office)
    draft = await with_step(browser, await a_draft(browser))
    stale = (await browser.open(draft.link("Modifica il passo"))).form("Salva il passo")
    await with_step(browser, draft, "La famiglia")
    page = await browser.send(stale.fill({"title": "Casa mia"}))
    assert page.status == 422
    assert "Nel frattempo un collega" in page.text
    assert page.labelled("Titolo del passo")["value"] == "Casa mia"


async def test_a_draft_is_thrown_away(office: Office) -> None:
    browser = await an_admin(office)
    draft = await a_draft(browser)
    page = await browser.send(draft.form("Butta via la bozza"))
    assert page.path == "/servizi"
    assert "Buono spesa" not in page.text


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.DESK_OPERATOR, Role.AUDITOR])
async def test_services_are_written_only_by_administrators_and_planners(office: Office, role: Role) -> None:
    browser = await office.at_work(role)
    assert (await browser.open("/servizi")).status == 403


async def test_a_planner_finds_the_services_in_the_menu(office: Office) -> None:
    browser = await office.at_work(Role.PLANNER)
    page = await browser.open("/servizi")
    assert page.status == 200
    assert page.one("nav a[href='/servizi']").get_text(strip=True) == "Servizi"
