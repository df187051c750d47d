"""The way to a SAML identity provider."""

from typing import Any

from litestar import Controller, HttpMethod, Request, Response, route
from litestar.params import FromQuery
from litestar.response import Redirect

from domain.access.actions.saml.begin_saml_sign_in import BeginSamlSignIn, Departure, begin_saml_sign_in
from domain.access.refusals import SignInFailed
from domain.access.terms import Site, Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from portal.sign_in.paths import return_path
from portal.sign_in.refusals import refused, unknown_provider
from web.access import PUBLIC
from web.providers.browser import browser_token_or_new
from web.providers.leaving import leaving
from web.sessions import transaction_cookie, transaction_cookie_name
from web.visit import Visit
from web.work import CurrentVisit

LIFE_SECONDS = 600
FOREIGN_POST = {"opt": PUBLIC["opt"] | {"exclude_from_csrf": True}}
"""A POST that may come from another site: it changes nothing by itself, or carries a signature."""
LONGEST_ENTITY = 1024


class SpidLoginController(Controller):
    """Somebody chose a provider."""

    path = "/spid/login"

    @route("/", name="spid.login", http_method=[HttpMethod.GET, HttpMethod.POST], status_code=200, **FOREIGN_POST)
    async def create(
        self,
        request: Request[Any, Any, Any],
        visit: CurrentVisit,
        idp: FromQuery[str] = "",
        next: FromQuery[str] = "",
        way: FromQuery[str] = "",
        binding: FromQuery[str] = "",
    ) -> Response[Any]:
        """Off to the provider ``idp``."""
        return await saml_login(request, visit, entity_id=idp, next_path=next, way=way, binding=binding)


async def saml_login(
    request: Request[Any, Any, Any], visit: Visit, *, entity_id: str, next_path: str, way: str = "", binding: str = ""
) -> Response[Any]:
    """200 with the form that brings our request, or 302; tied to this browser for ten minutes.

    ``way`` chooses where a provider is known for several, ``binding`` (post, redirect) where the settings say another.
    """
    token, path = browser_token_or_new(request, transaction_cookie_name(settings())), return_path(next_path)
    command = _command(visit, token, entity_id=entity_id, return_path=path, way=_way(way), binding=binding)
    try:
        departure = await begin_saml_sign_in(command, bind=request.app.state.get("bind"))
    except NotFound:
        return unknown_provider(request, path)
    except SignInFailed as failure:
        return refused(request, failure, path)
    answer = _departed(request, departure)
    answer.set_cookie(transaction_cookie(token, settings(), seconds=LIFE_SECONDS))
    return answer


def _departed(request: Request[Any, Any, Any], departure: Departure) -> Response[Any]:
    if departure.fields:
        return leaving(request, departure.address, departure.fields)
    return Redirect(departure.address, status_code=302, headers={"Cache-Control": "no-store"})


def _way(wanted: str) -> Way | None:
    return Way(wanted) if wanted in (Way.SPID, Way.CIE, Way.EIDAS) else None


def _command(visit: Visit, token: str, **asked: Any) -> BeginSamlSignIn:
    return BeginSamlSignIn(
        site=Site.PORTAL,
        ambito_id=visit.site.family[0],
        browser_token=token,
        language=visit.language.code,
        former_session_id=visit.signed_in.session_id if visit.signed_in else None,
        **asked | {"entity_id": asked["entity_id"][:LONGEST_ENTITY]},
    )
