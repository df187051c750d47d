"""Somebody types the code just received."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.desk.sign_in_with_code import SignInWithCode, sign_in_with_code
from domain.access.refusals import NumberNeeded
from domain.kernel.refusals import RuleBroken
from domain.platform.settings import settings
from portal.code.cookie import CODE_COOKIE, asked_token
from portal.sign_in.paths import START, return_path
from web.access import PUBLIC
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of
from web.sessions import passing_cookie, session_cookie
from web.visit import Visit
from web.work import CurrentVisit

LOW_START = "/il-mio-accesso"


class CodeConfirmController(Controller):
    """Showing the code."""

    path = "/accedi/codice/conferma"

    @get("/", name="code.confirm.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form for the code, and for the number of the slip."""
        return page(request, "code/confirm.html", form=show())

    @post("/", name="code.confirm.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open a session of level 1, or say what to try next."""
        form = await bind(request, SignInWithCode, **_surroundings(request, visit))
        if form.command is None:
            return _again(request, form)
        try:
            admitted = await sign_in_with_code(form.command, bind=request.app.state.get("bind"))
        except RuleBroken as refusal:
            form.errors["number" if isinstance(refusal, NumberNeeded) else "code"] = sentence(refusal.message)
            return _again(request, form)
        path = return_path(admitted.return_path)
        answer = see_other(request, LOW_START if path == START else path)
        answer.set_cookie(session_cookie("portal", admitted.token, settings()))
        answer.set_cookie(passing_cookie(CODE_COOKIE, "", settings(), seconds=0))
        return answer


def _surroundings(request: Request[Any, Any, Any], visit: Visit) -> dict[str, Any]:
    return {
        "browser_token": asked_token(request),
        "address": address_of(request),
        "device": request.headers.get("user-agent", ""),
        "former_session_id": visit.signed_in.session_id if visit.signed_in else None,
    }


def _again(request: Request[Any, Any, Any], form: Form[Any]) -> Response[Any]:
    answer = page(request, "code/confirm.html", status=422, form=form)
    answer.headers["Cache-Control"] = "no-store"
    return answer
