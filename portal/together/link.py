"""The link of a second screen: exchanged for a cookie at once, so that its secret leaves the address of the page."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from domain.access.actions.count_try import count_try
from domain.access.refusals import TooManyTries
from domain.intake.actions.assistance.open_screen import open_screen
from domain.intake.refusals import ScreenOver
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.together.cookie import HOME, SCREEN_COOKIE, SCREEN_SECONDS
from web.access import PUBLIC, ScreenGone
from web.errors import screen_gone, too_many
from web.rendering import page
from web.requests.address import address_of
from web.sessions import passing_cookie


class ScreenLinkController(Controller):
    """What the telephone opens when it reads the code."""

    path = "/insieme/{token:str}"

    @get("/", name="screen.link", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], token: FromPath[str]) -> Response[Any]:
        """A button, whatever the link: programs that look at links before people do must not use one up."""
        return _private(page(request, "together/link.html", token=token))

    @post("/", name="screen.link.use", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], token: FromPath[str]) -> Response[Any]:
        """Open it, once. A wrong link, a used, an old and a closed one all get the same answer, and count as tries."""
        try:
            browser_token = await _opened(request, token)
        except TooManyTries:
            return _private(too_many(request))
        except ScreenOver:
            return _private(screen_gone(request, ScreenGone()))
        answer = Redirect(HOME, status_code=303)
        answer.set_cookie(passing_cookie(SCREEN_COOKIE, browser_token, settings(), seconds=SCREEN_SECONDS))
        return _private(answer)


def _private(answer: Response[Any]) -> Response[Any]:
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cache-Control"] = "no-store"
    return answer


async def _opened(request: Request[Any, Any, Any], token: str) -> str:
    bind = request.app.state.get("bind")
    counted = await count_try(f"second screen {token}", address_of(request), bind=bind)
    system = System("open second screen")
    async with unit_of_work(system, bind=bind) as work:
        browser_token = await open_screen(work, system, token)
        await counted.take_back(work)
    return browser_token
