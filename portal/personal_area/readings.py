"""Who has seen my data."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromQuery

from domain.privacy.queries.readings_of import readings_of
from web.access import CITIZEN
from web.pagination import PageLinks
from web.rendering import page
from web.work import CurrentCitizen, Work


class ReadingController(Controller):
    """The readings of one's own file."""

    path = "/area-personale/letture"

    @get("/", name="reading.list", **CITIZEN)
    async def list(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, pagina: FromQuery[int] = 1
    ) -> Response[str]:
        """Office, day and reason, the latest first."""
        readings = await readings_of(work, citizen, max(1, pagina))
        links = PageLinks(readings.number, readings.pages, "/area-personale/letture", {})
        return page(request, "personal_area/readings.html", readings=readings, links=links)
