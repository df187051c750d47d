"""One's own page after coming in with a one-time code: a name, and what one may do."""

from typing import Any

from litestar import Controller, Request, Response, get

from web.access import CITIZEN_LOW
from web.rendering import page
from web.work import CurrentVisit


class LowAccessController(Controller):
    """Nothing here tells anything of a file."""

    path = "/il-mio-accesso"

    @get("/", name="low_access.show", **CITIZEN_LOW)
    async def show(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[str]:
        """Who one is here, what can be done now, what needs SPID or CIE."""
        is_full = visit.signed_in is not None and visit.signed_in.has_full_level
        return page(request, "low_access/show.html", is_full=is_full)
