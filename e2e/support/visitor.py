"""Somebody in front of a browser: a phone or a computer, with scripts or without."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, Response

from e2e.support.running_demo import RunningDemo
from e2e.support.watch import Watch

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 850}}
PATIENCE_MS = 20_000


@dataclass(frozen=True)
class Visitor:
    """A browser of its own, with its own cookies, that remembers what went wrong."""

    page: Page
    watch: Watch
    demo: RunningDemo
    has_scripts: bool

    @property
    def context(self) -> BrowserContext:
        """The browser without its pages: cookies, downloads."""
        return self.page.context

    async def open(self, address: str, *, status: int = 200) -> None:
        """Go to an address; it must answer with ``status``. Redirects are followed."""
        self.watch.expect_status(status)
        answer = await self.page.goto(address)
        assert answer is not None and answer.status == status, f"{address} answers {answer and answer.status}"
        self.watch.check()

    async def press(self, button: Locator, *, status: int = 200) -> Response:
        """Press what leads to another page (or the same one again) and wait for it."""
        self.watch.expect_status(status)
        async with self.page.expect_navigation(wait_until="load") as gone:
            await button.click()
        answer = await gone.value
        assert answer is not None and answer.status == status, f"{self.page.url} answers {answer and answer.status}"
        self.watch.check()
        return answer

    async def choose_language(self, code: str) -> None:
        """Read the portal in another language from now on."""
        await self.open(f"{self.demo.portal}/lingua/{code}?next=/")

    async def download(self, link: Locator) -> bytes:
        """What the link leads to, saved as a file."""
        async with self.page.expect_download() as waiting:
            await link.click()
        return (await (await waiting.value).path()).read_bytes()


async def new_visitor(browser: Browser, demo: RunningDemo, screen: dict[str, Any], *, scripts: bool = True) -> Visitor:
    """A visitor with nothing in the browser yet, who prefers Italian."""
    context = await browser.new_context(**screen, java_script_enabled=scripts, locale="it-IT", accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, demo.origins, demo.seen)
    return Visitor(await context.new_page(), watch, demo, scripts)
