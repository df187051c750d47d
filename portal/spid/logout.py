"""Signing out together with a SAML identity provider (single logout)."""

from typing import Any

from litestar import Controller, HttpMethod, Request, Response, route
from litestar.response import Redirect

from domain.access.actions.saml.answer_saml_sign_out import AnswerSamlSignOut, answer_saml_sign_out
from domain.access.refusals import SignInFailed
from portal.sign_in.refusals import refused
from portal.spid.fields import posted_fields
from portal.spid.login import FOREIGN_POST
from web.providers.leaving import leaving
from web.work import CurrentVisit


class SpidLogoutController(Controller):
    """What a provider says about signing out: believed by its signature alone."""

    path = "/spid/logout"

    @route("/", name="spid.logout", http_method=[HttpMethod.GET, HttpMethod.POST], status_code=200, **FOREIGN_POST)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """End the session the provider names and bring it our answer; or hear its answer to us."""
        try:
            command = await _command(request, visit.site.family[0])
            departure = await answer_saml_sign_out(command, bind=request.app.state.get("bind"))
        except SignInFailed as failure:
            return refused(request, failure)
        if departure is None:
            return Redirect("/uscita", status_code=303)
        if departure.fields:
            return leaving(request, departure.address, departure.fields)
        return Redirect(departure.address, status_code=302, headers={"Cache-Control": "no-store"})


async def _command(request: Request[Any, Any, Any], ambito_id: Any) -> AnswerSamlSignOut:
    if request.method == HttpMethod.POST:
        return AnswerSamlSignOut(fields=await posted_fields(request), ambito_id=ambito_id)
    return AnswerSamlSignOut(query=request.scope["query_string"].decode("latin-1"), ambito_id=ambito_id)
