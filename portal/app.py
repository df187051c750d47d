"""The portal, put together: the only place that knows all its screens."""

from pathlib import Path
from urllib.parse import urlsplit

from litestar import Litestar

from domain.access.queries.sign_in_origins import sign_in_origins
from domain.platform.settings import settings
from portal.navigation import HANDLERS
from portal.surroundings import find_session, find_site
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
        headers(secure=urlsplit(chosen.portal_url).scheme == "https", form_actions=sign_in_origins()),
    )
    return assemble(Path(__file__).parent, surroundings, HANDLERS, chosen)
