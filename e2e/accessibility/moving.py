"""Going about the back office to find the addresses of its pages."""

import re

from playwright.async_api import Page

from e2e.support.visitor import Visitor


async def go(visitor: Visitor, address: str) -> Page:
    """Open a page of the back office."""
    await visitor.open(visitor.demo.backoffice + address)
    return visitor.page


def here(visitor: Visitor) -> str:
    """The address of the page that is shown, without what follows the path."""
    return re.sub(r"[?#].*", "", visitor.page.url.removeprefix(visitor.demo.backoffice))


async def href(page: Page, selector: str) -> str:
    """The address of the first of these links."""
    return re.sub(r"[?#].*", "", str(await page.locator(selector).first.get_attribute("href")))
