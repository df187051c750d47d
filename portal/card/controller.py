"""The way in by card: only the TLS proxy in front, which has read the card, brings people here."""

from typing import Any
from urllib.parse import unquote

from litestar import Controller, Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect

from domain.access.actions.admit import Arrival
from domain.access.actions.desk.sign_in_with_card import SignInWithCard, sign_in_with_card
from domain.access.refusals import SignInFailed
from domain.access.terms import Site
from domain.platform.settings import settings
from portal.sign_in.paths import return_path
from portal.sign_in.refusals import refused
from web.access import PUBLIC
from web.sessions import session_cookie
from web.visit import Visit
from web.work import CurrentVisit


class CardController(Controller):
    """What the proxy says of a card."""

    path = "/accedi/tessera"

    @get("/", name="card.sign_in", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], visit: CurrentVisit, next: FromQuery[str] = ""
    ) -> Response[Any]:
        """Open the session, or say why not (403). Whatever the proxy has not proved is not there (404)."""
        try:
            token = await sign_in_with_card(_command(request, visit), bind=request.app.state.get("bind"))
        except SignInFailed as failure:
            return refused(request, failure, next)
        # back to the port of the portal: the one that reads cards serves nothing else
        address = settings().portal_url.rstrip("/") + return_path(next)
        answer = Redirect(address, status_code=303, headers={"Cache-Control": "no-store"})
        answer.set_cookie(session_cookie("portal", token, settings()))
        return answer


def _command(request: Request[Any, Any, Any], visit: Visit) -> SignInWithCard:
    return SignInWithCard(
        proof=request.headers.get("x-card-proof", ""),
        verdict=request.headers.get("x-card-verify", ""),
        certificate=unquote(request.headers.get("x-card-certificate", "")),
        arrival=Arrival(
            site=Site.PORTAL,
            ambito_id=visit.site.family[0],
            language=visit.language.code,
            device=request.headers.get("user-agent", ""),
            former_session_id=visit.signed_in.session_id if visit.signed_in else None,
        ),
    )
