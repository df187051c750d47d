"""The way to a provider of the federation."""

from typing import Any

from litestar import Controller, HttpMethod, Request, Response, route
from litestar.params import FromQuery
from litestar.response import Redirect

from domain.access.actions.federation.begin_cie_sign_in import BeginCieSignIn, begin_cie_sign_in
from domain.access.refusals import SignInFailed
from domain.access.terms import Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from portal.sign_in.paths import return_path
from portal.sign_in.refusals import refused, unknown_provider
from portal.spid.login import saml_login
from web.access import PUBLIC
from web.providers.browser import browser_token_or_new
from web.sessions import cookie_name, passing_cookie
from web.visit import Visit
from web.work import CurrentVisit

TRANSACTION_COOKIE = "accesso"
LIFE_SECONDS = 600
LONGEST_ENTITY = 1024
# A POST from elsewhere may begin a sign-in as a link may: its answer counts in this browser only.
_OPEN: dict[str, Any] = {"opt": PUBLIC["opt"] | {"exclude_from_csrf": True}}


class CieLoginController(Controller):
    """Somebody chose CIE."""

    path = "/cie/login"

    @route("/", name="cie.login", http_method=[HttpMethod.GET, HttpMethod.POST], status_code=302, **_OPEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        visit: CurrentVisit,
        op: FromQuery[str] = "",
        idp: FromQuery[str] = "",
        next: FromQuery[str] = "",
    ) -> Response[Any]:
        """302 to the provider with our signed request, tied to this browser for ten minutes; ``idp`` is one by SAML."""
        if idp:
            return await saml_login(request, visit, entity_id=idp, next_path=next, way=Way.CIE)
        return await _leave(request, visit, op, return_path(next))


async def _leave(request: Request[Any, Any, Any], visit: Visit, provider: str, path: str) -> Response[Any]:
    token = browser_token_or_new(request, cookie_name(TRANSACTION_COOKIE, settings()))
    command = BeginCieSignIn(
        provider=provider[:LONGEST_ENTITY],
        browser_token=token,
        return_path=path,
        ambito_id=visit.site.family[0],
        language=visit.language.code,
    )
    try:
        address = await begin_cie_sign_in(command, bind=request.app.state.get("bind"))
    except NotFound:
        return unknown_provider(request, path)
    except SignInFailed as failure:
        return refused(request, failure, path)
    answer = Redirect(address, status_code=302, headers={"Cache-Control": "no-store"})
    answer.set_cookie(passing_cookie(TRANSACTION_COOKIE, token, settings(), seconds=LIFE_SECONDS))
    return answer
