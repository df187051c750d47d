"""Operators sign in with CIE, by the federation: only those who exist already."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from backoffice.sign_in.paths import return_path
from backoffice.sign_in.refusals import refused, unknown_provider
from domain.access.actions.admit import Admitted
from domain.access.actions.federation.answer_cie_sign_in import AnswerCieSignIn, answer_cie_sign_in
from domain.access.actions.federation.begin_cie_sign_in import BeginCieSignIn, begin_cie_sign_in
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.refusals import SignInFailed
from domain.access.terms import SignInOutcome, Site, Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC
from web.providers.browser import browser_token, browser_token_or_new
from web.sessions import cookie_name, passing_cookie, session_cookie
from web.visit import Visit
from web.work import CurrentVisit

TRANSACTION_COOKIE = "accesso-ufficio"
LIFE_SECONDS = 600
LONGEST_ENTITY = 1024
NO_STORE = {"Cache-Control": "no-store"}


class CieLoginController(Controller):
    """Somebody chose CIE."""

    path = "/cie/login"

    @get("/", name="cie.login", status_code=302, **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], visit: CurrentVisit, op: FromQuery[str] = "", next: FromQuery[str] = ""
    ) -> Response[Any]:
        """302 to the provider with our signed request, tied to this browser for ten minutes."""
        token, path = browser_token_or_new(request, cookie_name(TRANSACTION_COOKIE, settings())), return_path(next)
        command = _asking(visit, token, provider=op[:LONGEST_ENTITY], return_path=path)
        try:
            address = await begin_cie_sign_in(command, bind=request.app.state.get("bind"))
        except NotFound:
            return unknown_provider(request, path)
        except SignInFailed as failure:
            return refused(request, failure, path)
        answer = Redirect(address, status_code=302, headers=NO_STORE)
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, token, settings(), seconds=LIFE_SECONDS))
        return answer


class CieAnswerController(Controller):
    """What a provider says of somebody."""

    path = "/cie/callback"

    @get("/", name="cie.callback", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open the session under a new id, or say why not (403)."""
        try:
            admitted = await _answered(request, visit)
        except SignInFailed as failure:
            return refused(request, failure)
        answer = Redirect(return_path(admitted.return_path), status_code=303, headers=NO_STORE)
        answer.set_cookie(session_cookie("backoffice", admitted.token, settings()))
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, "", settings(), seconds=0))
        return answer


def _asking(visit: Visit, token: str, **asked: Any) -> BeginCieSignIn:
    return BeginCieSignIn(
        site=Site.BACKOFFICE,
        browser_token=token,
        ambito_id=visit.site.family[0],
        language=visit.language.code,
        **asked,
    )


def _answering(request: Request[Any, Any, Any], visit: Visit) -> AnswerCieSignIn:
    return AnswerCieSignIn(
        site=Site.BACKOFFICE,
        parameters=tuple(request.query_params.multi_items()),
        browser_token=browser_token(request, cookie_name(TRANSACTION_COOKIE, settings())),
        ambito_id=visit.site.family[0],
        language=visit.language.code,
        device=request.headers.get("user-agent", ""),
        former_session_id=visit.signed_in.session_id if visit.signed_in else None,
    )


async def _answered(request: Request[Any, Any, Any], visit: Visit) -> Admitted:
    """A refusal is in the journal too."""
    bind, command = request.app.state.get("bind"), _answering(request, visit)
    refused_as = {"outcome": SignInOutcome.PROVIDER_REFUSED, "way": Way.CIE, "device": command.device}
    async with noting_refusals(NoteSignIn(ente_id=visit.site.family[0], **refused_as), bind=bind):
        return await answer_cie_sign_in(command, bind=bind)
