"""Somebody leaves the list of who waits open and goes away: it asks by itself, and still says in time that it ends."""

from playwright.async_api import expect

from e2e.pages.office import operator_sign_in
from e2e.support.visitor import Visitor

WHO = "Ivana Gregori"
MINUTE = 60


async def test_a_page_that_asks_by_itself_warns_in_time(desktop: Visitor) -> None:
    await operator_sign_in(desktop, WHO)
    page = desktop.page
    await page.clock.install()
    await desktop.open(f"{desktop.demo.backoffice}/accoglienza/attesa")
    dialog = page.locator("#session-dialog")
    lasts = int(str(await dialog.get_attribute("data-seconds")))
    for _time in range(3):
        async with page.expect_response(lambda answer: "da-sola=1" in answer.url):
            await page.clock.run_for(10_000)
    await expect(dialog).not_to_be_visible()
    await page.clock.fast_forward((lasts - 3 * MINUTE - 25) * 1000)
    await expect(dialog).to_be_visible()
    await dialog.locator("[data-extend]").click()  # somebody is here: it counts afresh
    await expect(dialog).not_to_be_visible()
