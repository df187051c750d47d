"""Who has seen my data."""

from typing import Any

from litestar import Controller, Request, Response, get

from domain.privacy.queries.readings_of import ReadingRow, readings_of
from web.access import CITIZEN
from web.locale import date_time, gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentCitizen, Work


class ReadingController(Controller):
    """The readings of one's own file, by offices and by delegates."""

    path = "/area-personale/letture"

    @get("/", name="reading.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """Office, day and reason, the latest first."""
        readings = await readings_of(work, citizen, page_number(request))
        links = PageLinks(readings.number, readings.pages, "/area-personale/letture", {})
        return page(request, "personal_area/readings.html", rows=[_cells(row) for row in readings.items], links=links)


def _cells(row: ReadingRow) -> list[str]:
    office = " – ".join(part for part in (row.office_name, row.ente_name) if part)
    if row.is_by_delegate:
        office = row.delegate_name or gettext("Chi hai delegato")
    return [date_time(row.at), office, sentence(row.subject), sentence(row.purpose)]
