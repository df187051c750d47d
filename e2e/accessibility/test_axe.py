"""axe finds nothing on any page of the journeys, on a phone and on a computer, left to right and right to left.

Other words change nothing of what axe looks for: in Arabic it looks at the phone, and English is measured only.
"""

from urllib.parse import urlencode

import pytest
from playwright.async_api import expect

from e2e.accessibility.conftest import ACCOUNT, OFFICE_DOOR, Gallery, status_of
from e2e.conftest import NewVisitor
from e2e.pages.office import operator_sign_in, prove_again
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.axe import violations
from e2e.support.ruler import scrolls_sideways
from e2e.support.visitor import DESKTOP, PHONE, Visitor

DIRECTIONS = {"it": "ltr", "en": "ltr", "ar": "rtl"}
BOTH_WAYS = ("it", "ar")
SCREENS = {"it": {"phone": PHONE, "desktop": DESKTOP}, "ar": {"phone": PHONE}, "en": {}}


async def look_over(visitor: Visitor, address: str, language: str) -> list[str]:
    """Everything wrong with the page that is shown."""
    page, found = visitor.page, []
    html = page.locator("html")
    assert await html.get_attribute("lang") == language, address
    assert await html.get_attribute("dir") == DIRECTIONS[language], address
    for name, screen in SCREENS[language].items():
        await page.set_viewport_size(screen["viewport"])
        found += [f"{address} {name} {line}" for line in await violations(page)]
    await page.set_viewport_size(PHONE["viewport"])
    return found + [f"{address} {line}" for line in await scrolls_sideways(page)]


@pytest.mark.parametrize("language", DIRECTIONS)
async def test_no_page_of_the_portal_has_barriers(gallery: Gallery, language: str) -> None:
    visitor, found = gallery.visitor, []
    await visitor.choose_language(language)
    for address in gallery.pages:
        await visitor.open(visitor.demo.portal + address, status=status_of(address))
        found += await look_over(visitor, address, language)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", BOTH_WAYS)
async def test_a_page_with_wrong_answers_has_no_barriers(visitor_with: NewVisitor, language: str) -> None:
    visitor = await visitor_with()
    await visitor.choose_language(language)
    found = [*await look_over(visitor, "/", language)]
    await visitor.open(f"{visitor.demo.portal}/accedi")
    await sign_in(visitor, "Thomas Hubertaler")
    await visitor.choose_language(language)
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()
    step = Step(visitor)
    await step.answer({"codice_fiscale": "SBAGLIATO", "phone": "", "street": ""})
    await step.go_on(status=422)
    found += await look_over(visitor, "a step with errors", language)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", BOTH_WAYS)
async def test_no_page_of_what_an_office_asks_and_answers_has_barriers(visitor_with: NewVisitor, language: str) -> None:
    """Bruno is asked for what is missing; Paola has an answer for Marco, and may ask for a review."""
    found: list[str] = []
    for name, whose, more in (("Bruno Cavallarini", "", ("",)), ("Paola Serafini", "Marco", ("", "/riesame"))):
        visitor = await visitor_with()
        await sign_in(visitor, name)
        await visitor.choose_language(language)
        await visitor.open(f"{visitor.demo.portal}/domande")
        cards = visitor.page.locator("main .ss-item", has_text=whose).locator("a[href^='/domande/']")
        address = str(await cards.last.get_attribute("href"))
        for page in more:
            await visitor.open(visitor.demo.portal + address + page)
            found += await look_over(visitor, address + page, language)
    assert not found, "\n".join(found)


async def test_no_page_of_the_office_has_barriers(office: Gallery) -> None:
    visitor, found = office.visitor, []
    await visitor.open(f"{visitor.demo.backoffice}/lingua/it?next=/scrivania")
    for address in office.pages:
        await visitor.open(visitor.demo.backoffice + address)
        found += await look_over(visitor, address, "it")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", BOTH_WAYS)
async def test_the_way_in_has_no_barriers_with_its_list_open(visitor_with: NewVisitor, language: str) -> None:
    visitor, found = await visitor_with(), []
    await visitor.choose_language(language)
    for address in ("/accedi", f"/spid/login?{urlencode({'idp': 'https://nobody.example'})}"):
        await visitor.open(visitor.demo.portal + address, status=200 if address == "/accedi" else 404)
        if address == "/accedi":
            await visitor.page.locator("main .ss-spid summary").click()
            await expect(visitor.page.locator("main .ss-spid a[href^='/spid/login']").first).to_be_visible()
        found += await look_over(visitor, address, language)
    await visitor.context.route("**/leave.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    asked = urlencode({"idp": f"{visitor.demo.identity}/saml", "binding": "post"})
    await visitor.open(f"{visitor.demo.portal}/spid/login?{asked}")
    await expect(visitor.page.locator("form[data-leave] button")).to_be_visible()
    found += await look_over(visitor, "the page that leads away", language)
    assert not found, "\n".join(found)


async def test_no_page_of_an_operators_own_access_has_barriers(visitor_with: NewVisitor) -> None:
    name, language = "Sara Bonfante", "it"
    visitor, found = await visitor_with(DESKTOP), []
    site, page = visitor.demo.backoffice, visitor.page
    await visitor.open(f"{site}/lingua/{language}?next=/accedi")
    for address in OFFICE_DOOR:
        await visitor.open(site + address)
        found += await look_over(visitor, address, language)
    await operator_sign_in(visitor, name)
    for address in ACCOUNT:
        await visitor.open(site + address)
        found += await look_over(visitor, address, language)
        if address == ACCOUNT[0]:
            await prove_again(visitor, name)
        else:
            assert page.url == site + address
    for address in ("/il-mio-accesso/app", "/il-mio-accesso/codici"):  # the picture for the app; the new codes
        await visitor.open(site + address)
        await visitor.press(page.locator(f"main form[action='{address}'] button"))
        found += await look_over(visitor, f"{address} shown", language)
    assert not found, "\n".join(found)


async def test_no_page_of_the_register_of_sign_ins_has_barriers(visitor_with: NewVisitor) -> None:
    visitor, found, language = await visitor_with(DESKTOP), [], "it"
    site, page = visitor.demo.backoffice, visitor.page
    await sign_in(await visitor_with(), "Paola Serafini")
    await operator_sign_in(visitor, "Beatrice Lodoli")
    await visitor.open(f"{site}/lingua/{language}?next=/registro")
    found += await look_over(visitor, "/registro", language)
    await page.fill("[name=reason]", "Segnalazione 12")
    await visitor.press(page.locator("main form[action='/registro/ricerche'] button"))
    found += await look_over(visitor, "what was found", language)
    await visitor.press(page.locator("main .bo-rows a").first)
    found += await look_over(visitor, "why it is opened", language)
    await page.fill("[name=reason]", "Segnalazione 12")
    await visitor.press(page.locator("main form[action$='/apertura'] button"))
    found += await look_over(visitor, "the message", language)
    assert not found, "\n".join(found)


async def test_no_page_about_mandates_has_barriers(visitor_with: NewVisitor) -> None:
    visitor, found, language = await visitor_with(DESKTOP), [], "it"
    await operator_sign_in(visitor, "Amina Traoré")
    for address in ("/mandati", "/mandati/nuovo"):
        await visitor.open(f"{visitor.demo.backoffice}/lingua/{language}?next={address}")
        found += await look_over(visitor, address, language)
    assert not found, "\n".join(found)


async def test_what_is_planted_is_found(visitor_with: NewVisitor) -> None:
    """axe runs, and the ruler measures: a picture without words, text without contrast and a wide box are seen."""
    visitor = await visitor_with()
    await visitor.open(visitor.demo.portal + "/")
    await visitor.page.evaluate("""() => {
        const [picture, pale, wide] = ['img', 'p', 'div'].map((name) => document.createElement(name));
        picture.src = document.querySelector('link[rel=icon]').href;
        pale.textContent = 'Non si legge';
        pale.style.color = '#eee';
        wide.style.inlineSize = '900px';
        wide.textContent = 'Largo';
        document.querySelector('main').append(picture, pale, wide);
    }""")
    found = await violations(visitor.page)
    assert {line.split(":")[0] for line in found} == {"image-alt", "color-contrast"}
    assert await scrolls_sideways(visitor.page)
