"""The way back from a provider of the federation."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from domain.access.actions.federation.answer_cie_sign_in import AnswerCieSignIn, answer_cie_sign_in
from domain.access.refusals import SignInFailed
from domain.platform.settings import settings
from portal.cie.login import TRANSACTION_COOKIE
from portal.sign_in.paths import return_path
from portal.sign_in.refusals import refused
from web.access import PUBLIC
from web.providers.browser import browser_token
from web.sessions import cookie_name, passing_cookie, session_cookie
from web.visit import Visit
from web.work import CurrentVisit


class CieAnswerController(Controller):
    """What a provider says of somebody."""

    path = "/cie/callback"

    @get("/", name="cie.callback", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open the session under a new id, or say why not (403) and what to do next."""
        try:
            admitted = await answer_cie_sign_in(_command(request, visit), bind=request.app.state.get("bind"))
        except SignInFailed as failure:
            return refused(request, failure)
        headers = {"Cache-Control": "no-store"}
        answer = Redirect(return_path(admitted.return_path), status_code=303, headers=headers)
        answer.set_cookie(session_cookie("portal", admitted.token, settings()))
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, "", settings(), seconds=0))
        return answer


def _command(request: Request[Any, Any, Any], visit: Visit) -> AnswerCieSignIn:
    return AnswerCieSignIn(
        parameters=tuple(request.query_params.multi_items()),
        browser_token=browser_token(request, cookie_name(TRANSACTION_COOKIE, settings())),
        ambito_id=visit.site.family[0],
        language=visit.language.code,
        device=request.headers.get("user-agent", ""),
        former_session_id=visit.signed_in.session_id if visit.signed_in else None,
    )
