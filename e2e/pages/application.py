"""An application after its last question: the review, the receipt, and where it is."""

import asyncio
import re

from playwright.async_api import expect

from e2e.support.visitor import Visitor

NUMBER = re.compile(r"\d+/\d{4}|\d{4}/\d+")


class Review:
    """Check and send."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page
        self.send_button = visitor.page.locator("main form[action$='/invio'] button[type=submit]")

    async def text(self) -> str:
        """Everything on it."""
        return await self.page.locator("main").inner_text()

    async def send(self) -> "Receipt":
        """Send the application."""
        await self.visitor.press(self.send_button)
        return Receipt(self.visitor)


class Receipt:
    """The application was sent."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page
        self.pdf_link = visitor.page.locator("#receipt_state a[href^='/documenti/']")

    @property
    def application_id(self) -> str:
        """Which application it is."""
        found = re.search(r"/domande/([0-9a-f-]{36})/ricevuta", self.page.url)
        assert found, self.page.url
        return found.group(1)

    async def wait_until_ready(self) -> str:
        """The number of protocollo; the page asks again by itself until the number and the PDF are there.

        Without scripts the person asks, with the button for it.
        """
        again = self.page.locator("#receipt_state noscript a, #receipt_state a[href$='/ricevuta']")
        while not self.visitor.has_scripts and not await self.pdf_link.count():
            await asyncio.sleep(1)
            await self.visitor.press(again)
        await expect(self.pdf_link).to_be_visible(timeout=90_000)
        number = await self.page.locator("#receipt_state strong[dir=ltr]").inner_text()
        assert NUMBER.fullmatch(number.strip()), number
        self.visitor.watch.check()
        return number.strip()

    async def pdf(self) -> bytes:
        """The receipt as a PDF."""
        return await self.visitor.download(self.pdf_link)


class Progress:
    """Whose turn it is, the stages, the facts."""

    def __init__(self, visitor: Visitor) -> None:
        """``visitor`` is on the page."""
        self.visitor, self.page = visitor, visitor.page

    @classmethod
    async def open(cls, visitor: Visitor, application_id: str) -> "Progress":
        """The page of the application."""
        await visitor.open(f"{visitor.demo.portal}/domande/{application_id}")
        return cls(visitor)

    async def text(self) -> str:
        """Everything on it."""
        return await self.page.locator("main").inner_text()

    async def stage_now(self) -> str:
        """The stage the application is in, with its notes."""
        return await self.page.locator("ol.tappe li[aria-current=step]").inner_text()

    async def documents(self) -> list[str]:
        """The addresses of the documents sent with it and of the receipt."""
        links = await self.page.locator("main a[href^='/documenti/']").all()
        return [str(await link.get_attribute("href")) for link in links]


async def who_has_read(visitor: Visitor) -> list[list[str]]:
    """The rows of "who has seen my data"."""
    await visitor.open(f"{visitor.demo.portal}/area-personale/letture")
    return [await row.locator("td, th").all_inner_texts() for row in await visitor.page.locator("tbody tr").all()]
