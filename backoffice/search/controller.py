"""One box for people, cases and places."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from backoffice.search.scanned import page_of_card
from domain.casework.queries.worklist import worklist
from domain.kernel.codice_fiscale import LONGEST_SCAN
from domain.kernel.roles import DESK_ROLES
from domain.registry.queries.finding.find_people import MOST, find_people
from web.access import operator
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

OFFERED = 6
"""People among the first answers of the command palette; as many cases follow."""


class SearchController(Controller):
    """The search page, and its answers inside the command palette."""

    path = "/cerca"

    @get("/", name="search", **operator())
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who and what the words find, people first; the person of a health card opens at once."""
        typed = request.query_params.get("q", "").strip()[:LONGEST_SCAN]
        if (known := await page_of_card(work, operator, typed)) is not None:
            return Redirect(known, status_code=303)
        search, number = typed[:100], page_number(request)
        people = await find_people(work, operator, search) if number == 1 else []
        found = await worklist(work, operator, view="all", search=search, page=number) if search else None
        pages = PageLinks(found.number, found.pages, "/cerca", {"q": search}) if found else None
        shown = {"search": search, "people": people, "found": found, "pages": pages, "today": work.today, "most": MOST}
        return page(request, "search/show.html", may_register=operator.has(*DESK_ROLES), **shown)

    @get("/comandi", name="search.commands", **operator())
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The first answers, as options of the command palette."""
        search = request.query_params.get("q", "").strip()[:100]
        people = await find_people(work, operator, search, at_most=OFFERED)
        found = await worklist(work, operator, view="all", search=search) if search else None
        rows = found.items[:OFFERED] if found else []
        return page(request, "search/commands.html", people=people, rows=rows, today=work.today)
