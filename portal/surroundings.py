"""Whose portal a host shows, and whose session a cookie opens."""

from typing import Any

from litestar import Request

from domain.access.queries.session_actor import FoundSession, session_actor
from domain.access.terms import Site as SessionSite
from domain.correspondence.queries.letters_to import unread_messages
from domain.intake.queries.assistance.screen_session import screen_session
from domain.kernel.actor import Citizen, Companion, System
from domain.organization.queries.competent_office import competent_office
from domain.organization.queries.enti import portal_of
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.together.cookie import SCREEN_COOKIE, SCREEN_ROUTES
from web.requests import htmx
from web.sessions import cookie_name
from web.surroundings import is_demo
from web.visit import FULL_LEVEL, SignedIn, Site

SHOWS_A_PAGE = ("GET", "POST")


async def find_site(request: Request[Any, Any, Any]) -> Site:
    """The ente that claims the request's host, else the one named in the settings."""
    host = request.headers.get("host", "").partition(":")[0]
    async with unit_of_work(System("portal"), read_only=True, bind=request.app.state.get("bind")) as work:
        portal = await portal_of(work, host, settings().portal_ente)
        desk = await competent_office(work, portal.ente.id)
    ente = portal.ente
    return Site(
        ente_id=ente.id,
        family=portal.family,
        ente_name=ente.name,
        site_name=ente.site_name,
        motto=ente.motto,
        phone=ente.phone,
        email=ente.email,
        pec=ente.pec,
        address=ente.address,
        palette=ente.palette,
        accessibility_url=ente.accessibility_url,
        languages=ente.languages,
        is_demo=is_demo(),
        opening=desk.opening_text if desk else (),
        logo_url=f"/logo/{ente.logo_address}" if ente.logo_address else None,
    )


async def find_companion(request: Request[Any, Any, Any], route: str) -> Companion | None:
    """Who follows on a second screen, on the pages made for it."""
    token = request.cookies.get(cookie_name(SCREEN_COOKIE, settings()), "")
    if not token or not route.startswith(SCREEN_ROUTES):
        return None
    system = System("second screen")
    async with unit_of_work(system, read_only=True, bind=request.app.state.get("bind")) as work:
        return await screen_session(work, system, token)


async def find_session(request: Request[Any, Any, Any], token: str) -> SignedIn | None:
    """The citizen of the session."""
    found = await session_actor(token, SessionSite.PORTAL, bind=request.app.state.get("bind"))
    if found is None:
        return None
    return SignedIn(
        found.session_id,
        found.actor,
        found.name,
        found.expires_in,
        language=found.language,
        is_expired=found.is_expired,
        level=found.level,
        unread=await _unread(request, found),
    )


async def _unread(request: Request[Any, Any, Any], found: FoundSession) -> int:
    """For the header of a page, also of one that answers a form; a part of a page has none, nor a piece of a file."""
    citizen = found.actor
    if (
        request.method not in SHOWS_A_PAGE
        or htmx.wants_fragment(request)
        or found.is_expired
        or found.level < FULL_LEVEL
        or not isinstance(citizen, Citizen)
    ):
        return 0
    async with unit_of_work(citizen, read_only=True, bind=request.app.state.get("bind")) as work:
        return await unread_messages(work, citizen)
