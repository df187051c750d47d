"""The portal, put together: the only place that knows all its screens."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from litestar import Litestar, Request

from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.queries.providers.identity_health import measure_identity
from domain.kernel.actor import System
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from portal.navigation import HANDLERS
from portal.surroundings import find_companion, find_session, find_site
from web.assembly import assemble
from web.middleware import Surroundings
from web.security import headers
from web.surroundings import find_routes_off


def create_app() -> Litestar:
    """The portal's application."""
    chosen = settings()
    surroundings = Surroundings(
        "portal",
        find_site,
        find_session,
        find_routes_off,
        headers(secure=urlsplit(chosen.portal_url).scheme == "https"),
        find_companion=find_companion,
    )
    app = assemble(Path(__file__).parent, surroundings, HANDLERS, chosen, at_start=[_read_provider_files])
    app.state["measure"] = _measure
    return app


async def _measure(request: Request[Any, Any, Any]) -> None:
    """How sign-in is doing, for /metrics; while the database does not answer, the counters stand alone."""
    try:
        async with unit_of_work(System("metrics"), read_only=True, bind=request.app.state.get("bind")) as work:
            await measure_identity(work)
    except Exception as problem:
        log.warning("identity_unmeasured", problem=type(problem).__name__)


async def _read_provider_files(_app: Litestar) -> None:
    """Providers from files are known from the first request on, also where no worker runs."""
    try:
        await import_saml_providers(only_files=True)
    except Exception as problem:  # the pages that need no provider must be served all the same
        log.error("saml_files_unread", problem=type(problem).__name__)
