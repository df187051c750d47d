"""The back office, put together: the only place that knows all its screens."""

from pathlib import Path
from urllib.parse import urlsplit

from litestar import Litestar

from backoffice.menu import navigation
from backoffice.navigation import HANDLERS
from backoffice.proof.asking import ask_for_proof
from backoffice.surroundings import find_session, find_site
from domain.platform.settings import settings
from web.assembly import assemble
from web.middleware import Surroundings
from web.security import headers
from web.surroundings import find_routes_off


def create_app() -> Litestar:
    """The back office's application."""
    chosen = settings()
    surroundings = Surroundings(
        "backoffice",
        find_site,
        find_session,
        find_routes_off,
        headers(secure=urlsplit(chosen.backoffice_url).scheme == "https"),
        navigation,
    )
    app = assemble(Path(__file__).parent, surroundings, HANDLERS, chosen)
    app.state["ask_for_proof"] = ask_for_proof
    return app
