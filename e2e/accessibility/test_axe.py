"""axe finds nothing on any page of the journeys, in three languages, on a phone and on a computer."""

import pytest

from e2e.accessibility.conftest import Gallery, status_of
from e2e.conftest import NewVisitor
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.axe import violations
from e2e.support.ruler import scrolls_sideways
from e2e.support.visitor import DESKTOP, PHONE, Visitor

DIRECTIONS = {"it": "ltr", "en": "ltr", "ar": "rtl"}


async def look_over(visitor: Visitor, address: str, language: str) -> list[str]:
    """Everything wrong with the page that is shown, on both screens."""
    page, found = visitor.page, []
    html = page.locator("html")
    assert await html.get_attribute("lang") == language, address
    assert await html.get_attribute("dir") == DIRECTIONS[language], address
    for name, screen in (("phone", PHONE), ("desktop", DESKTOP)):
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


@pytest.mark.parametrize("language", DIRECTIONS)
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


@pytest.mark.parametrize("language", ["it", "en"])
async def test_no_page_of_the_office_has_barriers(office: Gallery, language: str) -> None:
    visitor, found = office.visitor, []
    await visitor.open(f"{visitor.demo.backoffice}/lingua/{language}?next=/scrivania")
    for address in office.pages:
        await visitor.open(visitor.demo.backoffice + address)
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
