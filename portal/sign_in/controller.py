"""Sign in with a digital identity."""

import secrets
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from domain.access.actions.begin_sign_in import BeginSignIn, begin_sign_in
from domain.platform.settings import settings
from portal.sign_in.paths import return_path
from web.access import PUBLIC
from web.forms import typed
from web.rendering import page
from web.sessions import passing_cookie
from web.work import CurrentVisit

TRANSACTION_COOKIE = "accesso"
RETURN_COOKIE = "ritorno"
SECONDS = 600


class SignInController(Controller):
    """The ways in."""

    path = "/accedi"

    @get("/", name="sign_in.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], visit: CurrentVisit, next: FromQuery[str] = ""
    ) -> Response[Any]:
        """Which identities open the door; who is in already goes on."""
        path = return_path(next)
        if visit.signed_in is not None:
            return Redirect(path, status_code=303)
        return page(
            request,
            "sign_in/show.html",
            next=path,
            is_open=settings().oidc_provider_file is not None,
            is_asked_for=path.startswith("/domande"),
        )

    @post("/cie", name="sign_in.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Off to the identity provider, tied to this browser for ten minutes."""
        path, token = return_path(str((await typed(request)).value("next"))), secrets.token_urlsafe(32)
        address = await begin_sign_in(
            BeginSignIn(browser_token=token, return_path=path), bind=request.app.state.get("bind")
        )
        answer = Redirect(address, status_code=303)
        answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, token, settings(), seconds=SECONDS))
        answer.set_cookie(passing_cookie(RETURN_COOKIE, path, settings(), seconds=SECONDS))
        return answer
