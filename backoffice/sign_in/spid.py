"""Operators sign in with SPID (or CIE by SAML): only those who exist already."""

from typing import Any

from litestar import Controller, HttpMethod, Request, Response, post, route
from litestar.params import FromQuery
from litestar.response import Redirect

from backoffice.sign_in.fields import posted_fields
from backoffice.sign_in.paths import return_path
from backoffice.sign_in.refusals import refused, unknown_provider
from domain.access.actions.admit import Admitted
from domain.access.actions.saml.answer_saml_sign_in import AnswerSamlSignIn, answer_saml_sign_in
from domain.access.actions.saml.begin_saml_sign_in import BeginSamlSignIn, begin_saml_sign_in
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.refusals import SignInFailed
from domain.access.terms import SignInOutcome, Site, Way
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from web.access import PUBLIC
from web.providers.browser import browser_token, browser_token_or_new
from web.providers.leaving import leaving
from web.sessions import session_cookie, transaction_cookie, transaction_cookie_name
from web.visit import Visit
from web.work import CurrentVisit

LIFE_SECONDS = 600
LONGEST_ENTITY = 1024
FOREIGN_POST = {"opt": PUBLIC["opt"] | {"exclude_from_csrf": True}}
"""A POST that may come from another site: it changes nothing by itself, or carries a signature."""


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
    ) -> Response[Any]:
        """200 with the form that brings our request, or 302; tied to this browser for ten minutes."""
        token, path = browser_token_or_new(request, transaction_cookie_name(settings())), return_path(next)
        command = _asking(visit, token, entity_id=idp[:LONGEST_ENTITY], return_path=path, way=_way(way))
        try:
            departure = await begin_saml_sign_in(command, bind=request.app.state.get("bind"))
        except NotFound:
            return unknown_provider(request, path)
        except SignInFailed as failure:
            return refused(request, failure, path)
        answer = leaving(request, departure.address, departure.fields) if departure.fields else _off(departure.address)
        answer.set_cookie(transaction_cookie(token, settings(), seconds=LIFE_SECONDS))
        return answer


class SpidAnswerController(Controller):
    """What a provider says of somebody (the assertion consumer service of the back office)."""

    path = "/spid/acs"

    @post("/", name="spid.answer", **FOREIGN_POST)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open the session under a new id, or say why not (403)."""
        try:
            admitted = await _answered(request, visit)
        except SignInFailed as failure:
            return refused(request, failure)
        answer = Redirect(return_path(admitted.return_path), status_code=303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(session_cookie("backoffice", admitted.token, settings()))
        return answer


def _off(address: str) -> Response[Any]:
    return Redirect(address, status_code=302, headers={"Cache-Control": "no-store"})


def _way(wanted: str) -> Way:
    """SPID unless CIE was asked for: operators have no eIDAS, which knows no codice fiscale."""
    return Way.CIE if wanted == Way.CIE else Way.SPID


def _asking(visit: Visit, token: str, **asked: Any) -> BeginSamlSignIn:
    return BeginSamlSignIn(
        site=Site.BACKOFFICE,
        ambito_id=visit.site.family[0],
        browser_token=token,
        language=visit.language.code,
        former_session_id=visit.signed_in.session_id if visit.signed_in else None,
        **asked,
    )


async def _answered(request: Request[Any, Any, Any], visit: Visit) -> Admitted:
    """A refusal is in the journal too."""
    bind, device = request.app.state.get("bind"), request.headers.get("user-agent", "")
    refused_as = {"outcome": SignInOutcome.PROVIDER_REFUSED, "way": Way.SPID, "device": device}
    async with noting_refusals(NoteSignIn(ente_id=visit.site.family[0], **refused_as), bind=bind):
        command = AnswerSamlSignIn(
            fields=await posted_fields(request),
            browser_token=browser_token(request, transaction_cookie_name(settings())),
            site=Site.BACKOFFICE,
            ambito_id=visit.site.family[0],
            language=visit.language.code,
            device=device,
        )
        return await answer_saml_sign_in(command, bind=bind)
