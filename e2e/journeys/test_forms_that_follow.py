"""Questions come and go and sums are made while somebody types; the server says the same without scripts."""

from typing import Any

from playwright.async_api import expect

from e2e.conftest import NewVisitor
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.axe import violations
from e2e.support.visitor import PHONE, Visitor

WHO: dict[str, Any] = {
    "person.full_name": "Ada Provetti",
    "person.born_on.day": "2",
    "person.born_on.month": "3",
    "person.born_on.year": "1960",
    "home.street": "Via Roma",
    "home.city": "Borgo Sereno",
    "phone": "333 1234567",
}
RENT: dict[str, Any] = {"contract": "no", "rent": "500,50", "months": "12", "year_income": "12.345,67"}


async def at_the_rent(visitor: Visitor, name: str) -> Step:
    """On the page that asks what the home costs, in an application that ``name`` has just begun."""
    await sign_in(visitor, name)
    await visitor.choose_language("it")
    await visitor.open(f"{visitor.demo.portal}/domande/nuova/contributo-affitto")
    await visitor.press(visitor.page.locator("main form button[type=submit]").last)
    step = Step(visitor)
    await step.answer(WHO)
    await step.go_on()
    await visitor.press(visitor.page.locator("button[value='add:family']"))
    await visitor.press(visitor.page.locator("button[value='remove:family:0']"))
    await step.go_on()
    assert await step.key() == "rent"
    return step


async def test_the_page_follows_what_is_typed(phone: Visitor) -> None:
    step = await at_the_rent(phone, "Lucia Zanottelli")
    page = phone.page
    behind, total = page.locator("[name=months_behind]"), page.locator("[data-computed=behind_in_all]")
    await expect(behind).to_have_count(0)
    await step.answer(RENT)
    await expect(page.locator("[data-computed=year_rent]")).to_have_text("6.006,00\xa0€")
    await expect(page.locator("[data-computed=weight]")).to_have_text("49")
    await step.answer({"is_behind": "yes"})
    await expect(behind).to_be_visible()
    await behind.fill("3")
    await expect(total).to_have_text("1.501,50\xa0€")
    assert await violations(page) == []
    await step.answer({"is_behind": "no"})
    await expect(behind).to_have_count(0)
    await step.answer({"is_behind": "yes"})
    await expect(behind).to_have_value("3")
    await step.answer({"eviction": "no"})
    await step.go_on()
    assert await step.key() == "isee", "what came up on the page was saved with it"
    await page.go_back()
    await expect(page.locator("[data-computed=behind_in_all]")).to_have_text("1.501,50\xa0€")


async def test_without_scripts_the_server_says_the_same(visitor_with: NewVisitor) -> None:
    visitor = await visitor_with(PHONE, scripts=False)
    step = await at_the_rent(visitor, "Mamadou Ndiaye")
    await step.answer(RENT | {"is_behind": "yes", "eviction": "no"})
    await step.go_on()
    assert "altre=1" in visitor.page.url
    await step.answer({"months_behind": "3"})
    await step.go_on()
    await visitor.page.go_back()
    await visitor.page.reload()
    await expect(visitor.page.locator("[data-computed=behind_in_all]")).to_have_text("1.501,50\xa0€")
    assert await step.value("months_behind") == "3"
