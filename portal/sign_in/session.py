"""The session: making it last, its end, and going out."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromQuery

from domain.access.actions.end_session import end_session
from domain.access.queries.provider_sign_out import provider_sign_out
from domain.access.terms import SessionEnd, Site
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.sign_in.exit_cookie import exit_cookie, exit_token
from portal.sign_in.paths import return_path
from web.access import CITIZEN_LOW, PUBLIC
from web.rendering import page, see_other
from web.sessions import cookie_name, ended_cookie
from web.work import CurrentVisit


class SessionController(Controller):
    """Somebody says: I am still here."""

    path = "/sessione"

    @post("/", name="session.update", status_code=204, **CITIZEN_LOW)
    async def update(self) -> None:
        """Being asked is enough: every request makes the session last."""


class SessionEndController(Controller):
    """The page for who stayed away too long."""

    path = "/sessione-scaduta"

    @get("/", name="session.ended", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], next: FromQuery[str] = "") -> Response[str]:
        """Nothing is lost, and the way back in."""
        return page(request, "sign_in/ended.html", next=return_path(next))


class SignOutController(Controller):
    """Going out."""

    path = "/uscita"

    @post("/", name="sign_out.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """End the session here and now; who is out already is told the same.

        Who came in with SPID can go out there too: at once where a session is left there, else if they like.
        """
        token, further = request.cookies.get(cookie_name("portal", settings()), ""), None
        if visit.signed_in is not None:  # sessions are the system's: no citizen's transaction sees them
            async with unit_of_work(System("sign out"), bind=request.app.state.get("bind")) as work:
                await end_session(work, visit.signed_in.session_id, SessionEnd.SIGNED_OUT)
                further = await provider_sign_out(work, token, Site.PORTAL)
        answer = see_other(request, "/uscita/spid" if further and further.is_due else "/uscita")
        answer.set_cookie(ended_cookie("portal", settings()))
        if further:
            answer.set_cookie(exit_cookie(token, settings()))
        return answer

    @get("/", name="sign_out.show", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[str]:
        """You are out; drafts are kept."""
        return page(request, "sign_in/out.html", can_leave_provider=bool(exit_token(request)))
