"""The calls for applications: the list, and the page of one. Nobody has to sign in to read."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath, FromQuery

from domain.catalogue.queries.bandi.open_bandi import open_bandi, public_bando
from domain.catalogue.terms.bandi import BandoState
from domain.organization.queries.offices import offices_of_all
from portal.bandi.pages import PATH, band_rows, enti_of, time_left
from web.access import PUBLIC
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentVisit, Work

LONGEST_SEARCH = 100
VIEWS = {"aperti": BandoState.OPEN, "prossimi": BandoState.COMING, "chiusi": BandoState.CLOSED}


class BandoController(Controller):
    """What can be applied for, until when, and by which criteria."""

    path = PATH

    @get("/", name="bando.list", **PUBLIC)
    async def list(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, q: FromQuery[str] = ""
    ) -> Response[str]:
        """Those that are open, or coming, or over; a page at a time."""
        view = request.query_params.get("vista", "aperti")
        view, wanted = view if view in VIEWS else "aperti", q.strip()[:LONGEST_SEARCH]
        enti, number = enti_of(visit.site), page_number(request)
        found = await open_bandi(work, visit.actor, enti, state=VIEWS[view], search=wanted, page=number)
        query = {"vista": view} | ({"q": wanted} if wanted else {})
        links = PageLinks(found.number, found.pages, PATH, query)
        rows = [(row, time_left(row, work.now)) for row in found.items]
        return page(request, "bandi/list.html", rows=rows, total=found.total, pages=links, view=view, q=wanted)

    @get("/{slug:str}", name="bando.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[str]:
        """Hours, requirements, documents, criteria, what has changed, the result."""
        found = await public_bando(work, visit.actor, slug, enti_of(visit.site))
        offices = await offices_of_all(work, visit.actor, [found.row.ente_id]) if found.office_id else []
        return page(
            request,
            "bandi/show.html",
            bando=found,
            row=found.row,
            content=found.content,
            left=time_left(found.row, work.now),
            office=next((one for one in offices if one.id == found.office_id), None),
            criteria=[(one, band_rows(one, found)) for one in found.content.criteria],
        )
