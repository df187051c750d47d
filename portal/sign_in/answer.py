"""The way back from the identity provider."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from domain.access.actions.answer_sign_in import AnswerSignIn, answer_sign_in
from domain.access.refusals import SignInFailed
from domain.platform.settings import settings
from portal.sign_in.controller import RETURN_COOKIE, TRANSACTION_COOKIE
from portal.sign_in.paths import return_path
from web.access import PUBLIC
from web.rendering import page
from web.sessions import cookie_name, passing_cookie, session_cookie
from web.visit import Visit
from web.work import CurrentVisit


class SignInAnswerController(Controller):
    """What the identity provider says of somebody."""

    path = "/accedi/ritorno"

    @get("/", name="sign_in.answer", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open the session under a new id, or say why not and let people try again."""
        try:
            signed_in = await answer_sign_in(_answer(request, visit), bind=request.app.state.get("bind"))
        except SignInFailed as refused:
            again = return_path(request.cookies.get(cookie_name(RETURN_COOKIE, settings())))
            return page(request, "sign_in/refused.html", status=403, why=refused.message, next=again)
        answer = Redirect(return_path(signed_in.return_path), status_code=303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(session_cookie("portal", signed_in.token, settings()))
        for name in (TRANSACTION_COOKIE, RETURN_COOKIE):
            answer.set_cookie(passing_cookie(name, "", settings(), seconds=0))
        return answer


def _answer(request: Request[Any, Any, Any], visit: Visit) -> AnswerSignIn:
    return AnswerSignIn(
        parameters=tuple(request.query_params.multi_items()),
        browser_token=request.cookies.get(cookie_name(TRANSACTION_COOKIE, settings()), ""),
        ambito_id=visit.site.family[0],
        language=visit.language.code,
        device=request.headers.get("user-agent", ""),
        former_session_id=visit.signed_in.session_id if visit.signed_in else None,
    )
