"""Going out at the identity provider too, after one has gone out here."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from domain.access.actions.saml.begin_saml_sign_out import BeginSamlSignOut, begin_saml_sign_out
from domain.access.terms import Site
from domain.platform.settings import settings
from portal.sign_in.exit_cookie import exit_cookie, exit_token
from web.access import PUBLIC
from web.providers.leaving import leaving
from web.work import CurrentVisit


class ProviderExitController(Controller):
    """For who signed in with SPID: the browser that has just gone out may end the session there."""

    path = "/uscita/spid"

    @get("/", name="sign_out.provider", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """The page that brings our request, or back to where one is out when there is nothing to ask."""
        command = BeginSamlSignOut(site=Site.PORTAL, ambito_id=visit.site.family[0], token=exit_token(request))
        departure = await begin_saml_sign_out(command, bind=request.app.state.get("bind"))
        answer = (
            Redirect("/uscita", status_code=303)
            if departure is None
            else leaving(request, departure.address, departure.fields)
        )
        answer.set_cookie(exit_cookie("", settings()))
        return answer
