"""axe finds nothing on the pages of the desk, of people's records and of what is kept; none scrolls sideways.

In Italian axe looks at each on a computer and on the narrowest screen. German, whose words are the longest the office
reads, is measured only: what axe looks for does not change with the words.
"""

import pytest

from e2e.accessibility.conftest import Gallery
from e2e.accessibility.desk import desk_pages
from e2e.accessibility.doubles import joined
from e2e.accessibility.examining import examining_pages
from e2e.accessibility.planning import planning_pages
from e2e.accessibility.receiving import receiving_pages
from e2e.support.axe import violations
from e2e.support.ruler import NARROW, scrolls_sideways
from e2e.support.visitor import Visitor

COMPUTER = {"width": 1280, "height": 850}


@pytest.fixture(scope="session")
async def desk(office: Gallery) -> tuple[Visitor, list[str]]:
    """The operator of the office's gallery, and the addresses of what they have made."""
    visitor = office.visitor
    await visitor.open(f"{visitor.demo.backoffice}/lingua/it?next=/scrivania")
    pages = [*await examining_pages(visitor), *await planning_pages(visitor), *await receiving_pages(visitor)]
    pages += await desk_pages(visitor)
    pair = next(one for one in pages if one.startswith("/persone/doppi/"))
    await visitor.open(visitor.demo.backoffice + pair)
    found = await violations(visitor.page)
    assert not found, "\n".join(found)
    pages.remove(pair)
    return visitor, [*pages, *await joined(visitor, pair)]


@pytest.mark.parametrize("language", ["it", "de"])
async def test_no_page_of_the_desk_has_barriers(desk: tuple[Visitor, list[str]], language: str) -> None:
    visitor, pages = desk
    page, found = visitor.page, []
    await visitor.open(f"{visitor.demo.backoffice}/lingua/{language}?next=/scrivania")
    for address in pages:
        await page.set_viewport_size(COMPUTER)  # pyright: ignore[reportArgumentType]
        await visitor.open(visitor.demo.backoffice + address)
        assert await page.locator("html").get_attribute("lang") == language, address
        if language == "it":
            found += [f"{address} {line}" for line in await violations(page)]
            await page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType]
            found += [f"{address} narrow {line}" for line in await violations(page)]
        found += [f"{address} {line}" for line in await scrolls_sideways(page)]
    assert not found, "\n".join(found)
