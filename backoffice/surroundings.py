"""Whose colours the back office wears, and whose session a cookie opens."""

from typing import Any

from litestar import Request

from backoffice.waiting.page import BY_ITSELF
from domain.access.queries.session_actor import FoundSession, session_actor
from domain.access.terms import Site as SessionSite
from domain.correspondence.queries.notices import unread_notices
from domain.kernel.actor import Operator, System
from domain.organization.queries.enti import portal_of
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from web.requests import htmx
from web.surroundings import is_demo
from web.visit import SignedIn, Site

LANGUAGES = ("it", "de", "en")
SHOWS_A_PAGE = ("GET", "POST")


async def find_site(request: Request[Any, Any, Any]) -> Site:
    """The ambito whose offices work here."""
    host = request.headers.get("host", "").partition(":")[0]
    async with unit_of_work(System("back office"), read_only=True, bind=request.app.state.get("bind")) as work:
        portal = await portal_of(work, host, settings().portal_ente)
    ente = portal.ente
    return Site(
        ente_id=ente.id,
        family=portal.family,
        ente_name=ente.name,
        site_name=ente.site_name,
        motto=ente.motto,
        phone=ente.phone,
        email=ente.email,
        palette=ente.palette,
        languages=LANGUAGES,
        accessibility_url=ente.accessibility_url,
        is_demo=is_demo(),
    )


async def find_session(request: Request[Any, Any, Any], token: str) -> SignedIn | None:
    """The operator of the session, in the office chosen as active."""
    by_itself = all(request.query_params.get(name) == value for name, value in BY_ITSELF.items())
    bind = request.app.state.get("bind")
    found = await session_actor(token, SessionSite.BACKOFFICE, keeps_alive=not by_itself, bind=bind)
    if found is None:
        return None
    return SignedIn(
        found.session_id,
        found.actor,
        found.name,
        found.expires_in,
        office=found.office,
        is_expired=found.is_expired,
        is_proved_lately=found.is_proved_lately,
        unread=await _unread(request, found),
    )


async def _unread(request: Request[Any, Any, Any], found: FoundSession) -> int:
    """For the header of a page, also of one that answers a form; a part of a page has none."""
    operator = found.actor
    if (
        request.method not in SHOWS_A_PAGE
        or htmx.wants_fragment(request)
        or found.is_expired
        or not isinstance(operator, Operator)
    ):
        return 0
    async with unit_of_work(operator, read_only=True, bind=request.app.state.get("bind")) as work:
        return sum((await unread_notices(work, operator)).values())
