"""The two sites, put together once and used by many tests."""

from collections.abc import Callable
from typing import Any

from litestar import Litestar

from domain.platform.settings import Settings, settings

_made: dict[Callable[[], Litestar], tuple[Settings, dict[str, Any], Litestar]] = {}


def one_site(create_app: Callable[[], Litestar], bind: Any) -> Litestar:
    """The site of ``create_app`` on the database ``bind``, knowing nothing of earlier tests.

    Putting a site together takes longer than most tests, so it is done again only when the settings have changed.
    """
    chosen = settings()
    values = chosen.model_dump(exclude={"portal_ente"})  # read at each request
    known = _made.get(create_app)
    if known is None or known[0] is not chosen or known[1] != values:
        known = _made[create_app] = (chosen, values, create_app())
    site = known[2]
    site.state["surroundings"].forget()
    site.state["bind"] = bind
    return site
