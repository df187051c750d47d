"""A screen in a waiting room: nobody is signed in on it; its key came in its address and is in a cookie since."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.datastructures import Cookie
from litestar.params import FromPath

from domain.kernel.actor import System
from domain.kernel.languages import BY_CODE
from domain.kernel.text import Text, _
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.reception.queries.boards.board_shown import ShownBoard, board_shown
from web.access import PUBLIC
from web.locale import sentence_in
from web.rendering import page, see_other
from web.sessions import cookie_name

SCREEN_PATH = "/tabellone"
COOKIE = "tabellone"
A_YEAR = 365 * 24 * 3600
TURN = 10
"""Seconds for which a screen speaks one language."""
HEADING, GO_TO, WAIT = _("Numero chiamato"), _("Vai qui: %(place)s"), _("Tra poco chiamiamo il prossimo numero.")
BEFORE, WAITING = _("Chiamati prima"), _("Persone in attesa: %(number)s")


class ScreenController(Controller):
    """What a screen shows."""

    path = SCREEN_PATH

    @get("/{key:str}", name="screen.open", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any], key: FromPath[str]) -> Response[Any]:
        """The key is kept in the browser of the screen, so that it leaves the address of the page."""
        answer = see_other(request, SCREEN_PATH)
        answer.set_cookie(
            Cookie(
                key=cookie_name(COOKIE, settings()),
                value=key[:200],
                path="/",
                httponly=True,
                samesite="lax",
                secure=settings().secure_cookies,
                max_age=A_YEAR,
            )
        )
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    @get("/", name="screen", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The numbers called, in one of its languages after the other; it asks again by itself."""
        system, key = System("waiting room board"), request.cookies.get(cookie_name(COOKIE, settings()), "")
        async with unit_of_work(system, read_only=True, bind=request.app.state.get("bind")) as work:
            board = await board_shown(work, system, key)
            if board is None:
                return page(request, "boards/closed.html", status=404)
            code = board.languages[int(work.now.timestamp()) // TURN % len(board.languages)]
            return page(request, "boards/screen.html", block="board", board=board, turn=TURN, **_said(board, code))


def _said(board: ShownBoard, code: str) -> dict[str, Any]:
    """What the screen says in the language ``code``."""

    def say(text: Text, **values: object) -> str:
        return sentence_in(Text(text.msgid, values), code)

    first = board.called[0] if board.called else None
    return {
        "language": BY_CODE[code],
        "heading": say(HEADING),
        "first": first,
        "go_to": say(GO_TO, place=first.called_to) if first and first.called_to else "",
        "wait": say(WAIT),
        "before": say(BEFORE),
        "others": board.called[1:],
        "waiting": say(WAITING, number=board.waiting),
    }
