"""Operators sign in with the account of their ente: its own identity provider, if the administrator has set one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from backoffice.sign_in.paths import return_path
from backoffice.sign_in.refusals import refused, unknown_provider
from domain.access.actions.ente_provider.answer_ente_sign_in import AnswerEnteSignIn, answer_ente_sign_in
from domain.access.actions.ente_provider.begin_ente_sign_in import BeginEnteSignIn, begin_ente_sign_in
from domain.access.refusals import NoOfficeToday, SignInFailed, sign_in_failed
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC
from web.providers.browser import browser_token, browser_token_or_new
from web.sessions import cookie_name, passing_cookie, session_cookie
from web.visit import visit_of

TRANSACTION_COOKIE = "accesso-ente"
LIFE_SECONDS = 600
NO_STORE = {"Cache-Control": "no-store"}


class EnteSignInController(Controller):
    """There and back."""

    path = "/accedi/ente/{provider_id:uuid}"

    @get("/", name="sign_in.ente", status_code=302, **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], provider_id: FromPath[UUID]) -> Response[Any]:
        """302 to the provider, tied to this browser for ten minutes."""
        token, path = (
            browser_token_or_new(request, cookie_name(TRANSACTION_COOKIE, settings())),
            return_path(request.query_params.get("next")),
        )
        is_fresh = request.query_params.get("di-nuovo") == "1"
        command = BeginEnteSignIn(provider_id=provider_id, browser_token=token, return_path=path, is_fresh=is_fresh)
        try:
            address = await begin_ente_sign_in(command, bind=request.app.state.get("bind"))
        except NotFound:
            return unknown_provider(request, path)
        except SignInFailed as failure:
            return refused(request, failure, path)
        answer = Redirect(address, status_code=302, headers=NO_STORE)
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, token, settings(), seconds=LIFE_SECONDS))
        return answer

    @get("/ritorno", name="sign_in.ente.answer", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], provider_id: FromPath[UUID]) -> Response[Any]:
        """Open the session under a new id, or say why not (403)."""
        try:
            command = _answering(request, provider_id)
            admitted = await answer_ente_sign_in(command, bind=request.app.state.get("bind"))
        except SignInFailed as failure:
            return refused(request, failure)
        except NoOfficeToday:
            return refused(request, sign_in_failed("no_role", "no role today"))
        answer = Redirect(return_path(admitted.return_path), status_code=303, headers=NO_STORE)
        answer.set_cookie(session_cookie("backoffice", admitted.token, settings()))
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, "", settings(), seconds=0))
        return answer


def _answering(request: Request[Any, Any, Any], provider_id: UUID) -> AnswerEnteSignIn:
    signed_in = visit_of(request).signed_in
    return AnswerEnteSignIn(
        provider_id=provider_id,
        parameters=tuple(request.query_params.multi_items()),
        browser_token=browser_token(request, cookie_name(TRANSACTION_COOKIE, settings())),
        device=request.headers.get("user-agent", ""),
        former_session_id=signed_in.session_id if signed_in else None,
    )
