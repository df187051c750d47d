"""What no page may do: load from another host, break its own content policy, write an error in the console.

Also remembers, for the end, what the browser told the servers by its addresses and headers.
"""

from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Error, Request, WebError

from e2e.support.traces import Seen

TOLD = frozenset({"document", "xhr", "fetch"})
"""The requests whose headers are remembered: styles, scripts and pictures carry the same ones."""
FAILED_TO_LOAD = "Failed to load resource: the server responded with a status of "
LINE_BROKE = "Failed to load resource: net::ERR_CONNECTION_RESET"


def origin_of(address: str) -> str:
    """Scheme, host and port."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


class Watch:
    """Everything wrong that the pages of one browser have done so far."""

    def __init__(self, context: BrowserContext, origins: frozenset[str], seen: Seen) -> None:
        """Look over ``context``; ``origins`` are the sites from which pages may load; ``seen`` remembers."""
        self.origins, self.seen = origins, seen
        self.problems: list[str] = []
        self._expected: set[int] = set()
        self._line_breaks = False
        context.on("request", self._requested)
        context.on("requestfinished", self._finished)
        context.on("console", self._told)
        context.on("weberror", self._failed)

    def expect_status(self, *statuses: int) -> None:
        """From now on answers with these statuses are part of the story: browsers write a line about each."""
        self._expected |= set(statuses)

    def expect_broken_line(self) -> None:
        """From now on the line may break: the browser writes that, too."""
        self._line_breaks = True

    def check(self) -> None:
        """Fail when anything was wrong."""
        assert not self.problems, "\n".join(self.problems)

    def _requested(self, request: Request) -> None:
        self.seen.addresses.add(request.url)
        if request.url.startswith(("data:", "blob:")) or request.is_navigation_request():
            return
        page = origin_of(request.frame.url)
        if page in self.origins and origin_of(request.url) != page:
            self.problems.append(f"{request.frame.url} asks {request.url}")

    async def _finished(self, request: Request) -> None:
        if request.resource_type not in TOLD or origin_of(request.url) not in self.origins:
            return
        try:
            headers = await request.all_headers()
        except Error:  # the browser was closed meanwhile
            return
        self.seen.keep_headers(headers.get("referer"), headers.get("cookie"))

    def _told(self, message: ConsoleMessage) -> None:
        # an answer that is not 200 is told by a line too; for pages the test itself looks at the status
        status = message.text.removeprefix(FAILED_TO_LOAD)[:3]
        is_expected = message.text.startswith(FAILED_TO_LOAD) and int(status) in self._expected
        is_expected |= self._line_breaks and message.text.startswith(LINE_BROKE)
        if message.type == "error" and not is_expected:
            self.problems.append(f"console on {message.location.get('url')}: {message.text}")

    def _failed(self, error: WebError) -> None:
        self.problems.append(f"script on {error.page.url if error.page else '?'}: {error.error}")
