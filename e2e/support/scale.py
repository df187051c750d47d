"""What a page weighs on the wire, and how much it moves while it appears."""

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import CDPSession, Page

# watches from before the first line of the page is read
WATCH_SHIFTS = """
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) window.layoutShift += one.value;
    }).observe({ type: 'layout-shift', buffered: true });
"""


@dataclass
class Scale:
    """Bytes as they came over the line, headers included, by address, since the last ``clear``."""

    session: CDPSession
    bytes: dict[str, int] = field(default_factory=dict)
    _kinds: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    async def of(cls, page: Page) -> "Scale":
        """Weigh everything that ``page`` loads from now on."""
        session = await page.context.new_cdp_session(page)
        scale = cls(session)
        session.on("Network.responseReceived", scale._received)
        session.on("Network.loadingFinished", scale._finished)
        await session.send("Network.enable")
        await page.add_init_script(WATCH_SHIFTS)
        return scale

    async def first_visit(self) -> None:
        """Forget what the browser keeps: the next page comes as to somebody who was never here."""
        await self.session.send("Network.clearBrowserCache")
        self.clear()

    def clear(self) -> None:
        """Put nothing on the scale."""
        self.bytes.clear()
        self._kinds.clear()

    @property
    def total(self) -> int:
        """All bytes."""
        return sum(self.bytes.values())

    @property
    def scripts(self) -> int:
        """The bytes of scripts."""
        return sum(size for address, size in self.bytes.items() if ".js" in address)

    def _received(self, told: dict[str, Any]) -> None:
        self._kinds[told["requestId"]] = (told["type"], told["response"]["url"])

    def _finished(self, told: dict[str, Any]) -> None:
        _kind, address = self._kinds.get(told["requestId"], ("", ""))
        if address:
            self.bytes[address] = self.bytes.get(address, 0) + int(told["encodedDataLength"])


async def settled(page: Page) -> None:
    """Wait until the fonts are there and have been drawn."""
    await page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 80)))")


async def layout_shift(page: Page) -> float:
    """How much the page has moved since it began to appear (CLS)."""
    return float(await page.evaluate("window.layoutShift"))
