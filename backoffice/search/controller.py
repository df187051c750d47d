"""One box for people, cases and places."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from backoffice.search.scanned import page_of_card
from domain.casework.queries.worklist import worklist
from domain.kernel.codice_fiscale import LONGEST_SCAN
from web.access import operator
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work


class SearchController(Controller):
    """The search page, and its answers inside the command palette."""

    path = "/cerca"

    @get("/", name="search", **operator())
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What the words find among the applications in reach; the person of a health card opens at once."""
        typed = request.query_params.get("q", "").strip()[:LONGEST_SCAN]
        if (known := await page_of_card(work, operator, typed)) is not None:
            return Redirect(known, status_code=303)
        search = typed[:100]
        found = await worklist(work, operator, view="all", search=search, page=page_number(request)) if search else None
        pages = PageLinks(found.number, found.pages, "/cerca", {"q": search}) if found else None
        return page(request, "search/show.html", search=search, found=found, pages=pages)

    @get("/comandi", name="search.commands", **operator())
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The first answers, as options of the command palette."""
        search = request.query_params.get("q", "").strip()[:100]
        found = await worklist(work, operator, view="all", search=search) if search else None
        return page(request, "search/commands.html", rows=found.items[:8] if found else [])
