"""Who has seen my data."""

from typing import Any

from litestar import Controller, Request, Response, get

from domain.privacy.queries.readings_of import ReadingRow, reading_offices, readings_of
from portal.personal_area.reading_filter import OTHERS, chosen_by
from web.access import CITIZEN
from web.forms import show
from web.locale import date_time, gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentCitizen, Work

PATH = "/area-personale/letture"


class ReadingController(Controller):
    """The readings of one's own file, by offices and by delegates."""

    path = PATH

    @get("/", name="reading.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """Office, day and reason, the latest first: all, or those of one office, of some days."""
        asked = chosen_by(request.query_params)
        readings = await readings_of(work, citizen, page_number(request), asked.readings)
        return page(
            request,
            "personal_area/readings.html",
            rows=[_cells(row) for row in readings.items],
            links=PageLinks(readings.number, readings.pages, PATH, asked.query),
            form=show(asked.query, asked.problems),
            offices=[*await reading_offices(work, citizen), (OTHERS, gettext("Chi agisce per me"))],
            is_filtered=bool(asked.query),
        )


def _cells(row: ReadingRow) -> list[str]:
    who = " – ".join(part for part in (row.office_name, row.ente_name) if part)
    if row.is_by_delegate:
        standing = gettext("Chi agisce per te") if row.is_representative else gettext("Chi hai delegato")
        who = row.delegate_name or standing
    why = sentence(row.purpose)
    if row.is_emergency:
        why = gettext("Per un'urgenza: la tua scheda è protetta e l'operatore ha dovuto scrivere perché.")
    return [date_time(row.at), who, sentence(row.subject), why]
