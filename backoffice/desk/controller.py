"""The desk (scrivania): what waits for me, the nearest term of the law first."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Redirect

from backoffice.desk.first_steps import first_steps
from domain.casework.queries.worklist import worklist, worklist_counts
from domain.casework.terms import View
from domain.registry.queries.civil.differences import open_differences
from web.access import operator
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

VIEWS = {"nuove": View.NEW, "mie": View.MINE, "scadenza": View.DUE, "tutte": View.ALL}


class DeskController(Controller):
    """The first page of the back office."""

    @get("/", name="start", **operator())
    async def new(self) -> Response[Any]:
        """The desk is where work starts."""
        return Redirect("/scrivania", status_code=303)

    @get("/scrivania", name="desk", **operator())
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A view of the queue, searched and paged; htmx asks for the list only."""
        name = request.query_params.get("vista", "nuove")
        view, search = VIEWS.get(name, View.NEW), request.query_params.get("q", "")[:100]
        found = await worklist(work, operator, view=view.value, search=search, page=page_number(request))
        counts = await worklist_counts(work, operator, search=search)
        links = PageLinks(found.number, found.pages, "/scrivania", {"vista": name, "q": search})
        shown = {"rows": found.items, "total": found.total, "search": search, "pages": links, "view": name}
        shown["differences"] = await open_differences(work, operator)
        shown["first_steps"] = await first_steps(work, operator)
        return page(request, "desk/show.html", block="queue", views=_views(view, counts, search), **shown)


def _views(active: View, counts: Any, search: str) -> list[tuple[str, str, int, bool]]:
    return [
        (
            sentence(view.label),
            PageLinks(1, 1, "/scrivania", {"vista": name, "q": search}).url(1),
            getattr(counts, view.value),
            view is active,
        )
        for name, view in VIEWS.items()
    ]
