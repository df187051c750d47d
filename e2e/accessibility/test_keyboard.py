"""Somebody who has no mouse: the whole application with the keyboard alone."""

from playwright.async_api import Locator, Page, expect

from e2e.pages.application import Receipt
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step
from e2e.support.answers import HOME_CARE, LATER
from e2e.support.visitor import Visitor

MOST_TABS = 120
HERE = """() => {
    const at = document.activeElement;
    return [at.tagName, at.getAttribute('name') || '', at.getAttribute('value') || '', at.type || ''];
}"""
SEEN = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
    const row = getComputedStyle(at.closest('label') ?? at);
    const marked = [style, row].some((one) => one.outlineStyle !== 'none' || one.boxShadow !== 'none');
    return box.width > 0 && box.bottom > 0 && box.top < innerHeight && marked;
}"""


async def tab_to(page: Page, name: str, value: str | None = None) -> None:
    """Press Tab until the focus is on the field; every stop must be in sight and marked."""
    for _stop in range(MOST_TABS):
        await page.keyboard.press("Tab")
        _tag, here, its_value, kind = await page.evaluate(HERE)
        if here != name:
            continue
        await page.wait_for_function(SEEN, timeout=2000)  # pages scroll softly to where the focus is
        if value is None or kind not in ("radio", "checkbox") or its_value == value:
            return
        if kind == "radio":  # arrows move within a group
            for _option in range(10):
                await page.keyboard.press("ArrowDown")
                if (await page.evaluate(HERE))[2] == value:
                    return
    raise AssertionError(f"no way to {name} {value or ''} with the keyboard")


async def tab_onto(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there, in sight and marked."""
    for _stop in range(MOST_TABS):
        await page.keyboard.press("Tab")
        if await target.evaluate("one => one === document.activeElement"):
            await page.wait_for_function(SEEN, timeout=2000)
            return
    raise AssertionError(f"no way to {target} with the keyboard")


async def answer_by_keyboard(visitor: Visitor) -> None:
    """Answer the step on the screen, in the order of the page, and go on."""
    page, step = visitor.page, Step(visitor)
    key = await step.key()
    answers = HOME_CARE[key] | (LATER if key == "papers" else {})
    await page.locator("main").focus()
    for name, value in answers.items():
        field = step.form.locator(f"[name='{name}']")
        if not await field.count():
            continue
        kind = await field.first.get_attribute("type")
        for one in [value] if isinstance(value, str) else value:
            await tab_to(page, name, one)
            if kind in ("radio", "checkbox"):
                if not await page.evaluate("document.activeElement.checked"):
                    await page.keyboard.press("Space")
            else:
                await page.keyboard.press("ControlOrMeta+A")
                await page.keyboard.type(one)
    await tab_to(page, "action", "on")
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    visitor.watch.check()


async def test_the_first_stop_leads_past_the_header(desktop: Visitor) -> None:
    await desktop.open(desktop.demo.portal + "/")
    await desktop.page.keyboard.press("Tab")
    await desktop.page.keyboard.press("Enter")
    await expect(desktop.page.locator("main#content")).to_be_focused()


async def test_the_list_of_spid_managers_opens_and_leads_away(desktop: Visitor) -> None:
    page = desktop.page
    await desktop.open(f"{desktop.demo.portal}/accedi")
    door = page.locator("main .ss-spid")
    await page.locator("main").focus()
    await tab_onto(page, door.locator("summary"))
    await page.keyboard.press("Enter")
    first = door.locator("a[href^='/spid/login']").first
    await expect(first).to_be_visible()
    await page.keyboard.press("Space")
    await expect(first).to_be_hidden()
    await page.keyboard.press("Space")
    await tab_onto(page, first)
    async with page.expect_navigation(url=f"{desktop.demo.identity}/**"):
        await page.keyboard.press("Enter")


async def test_the_whole_application_with_the_keyboard_alone(desktop: Visitor) -> None:
    await sign_in(desktop, "Laura Ventimigli")
    await BeforeStarting.open(desktop)
    await BeforeStarting(desktop).start()
    while "/passi/" in desktop.page.url:
        await answer_by_keyboard(desktop)
    button = desktop.page.locator("main form[action$='/invio'] button")
    await desktop.page.locator("main").focus()
    await tab_onto(desktop.page, button)
    async with desktop.page.expect_navigation():
        await desktop.page.keyboard.press("Enter")
    await Receipt(desktop).wait_until_ready()
