"""The way back from a SAML identity provider (the assertion consumer service)."""

from typing import Any

from litestar import Controller, Request, Response, post
from litestar.response import Redirect

from domain.access.actions.saml.answer_saml_sign_in import AnswerSamlSignIn, answer_saml_sign_in
from domain.access.refusals import SignInFailed
from domain.access.terms import Site
from domain.platform.settings import settings
from portal.sign_in.paths import return_path
from portal.sign_in.refusals import refused
from portal.spid.fields import Fields, posted_fields
from portal.spid.login import FOREIGN_POST
from web.providers.browser import browser_token
from web.sessions import session_cookie, transaction_cookie_name
from web.visit import Visit
from web.work import CurrentVisit


class SpidAnswerController(Controller):
    """What a provider says of somebody."""

    path = "/spid/acs"

    @post("/", name="spid.answer", **FOREIGN_POST)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Open the session under a new id, or say why not (403) and what to do next."""
        try:
            fields = await posted_fields(request)
            command = _command(request, visit, fields)
            admitted = await answer_saml_sign_in(command, bind=request.app.state.get("bind"))
        except SignInFailed as failure:
            return refused(request, failure)
        path = return_path(admitted.return_path)
        answer = Redirect(path, status_code=303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(session_cookie("portal", admitted.token, settings()))
        return answer


def _command(request: Request[Any, Any, Any], visit: Visit, fields: Fields) -> AnswerSamlSignIn:
    return AnswerSamlSignIn(
        fields=fields,
        browser_token=browser_token(request, transaction_cookie_name(settings())),
        site=Site.PORTAL,
        ambito_id=visit.site.family[0],
        language=visit.language.code,
        device=request.headers.get("user-agent", ""),
    )
