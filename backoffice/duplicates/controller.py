"""The review list, and the page that shows two records side by side."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.duplicates.pages import duplicate_page
from domain.kernel.roles import MERGE_ROLES
from domain.registry.actions.merging.report_duplicate import ReportDuplicate, report_duplicate
from domain.registry.queries.merging.duplicate_sheet import duplicate_sheet
from domain.registry.queries.merging.duplicates import duplicates
from domain.registry.terms.records import DuplicateStatus
from web.access import operator
from web.forms import bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/persone/doppi"
VIEWS = {"": DuplicateStatus.OPEN, "unite": DuplicateStatus.MERGED, "diverse": DuplicateStatus.APART}


class DuplicateController(Controller):
    """Two records that look like one person's."""

    path = PATH

    @get("/", name="duplicates", **operator(*MERGE_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The pairs that nobody has decided yet, the likeliest first; or those that were joined, or told apart."""
        view = request.query_params.get("vista", "")
        view = view if view in VIEWS else ""
        found = await duplicates(work, operator, VIEWS[view], page_number(request))
        pages = PageLinks(found.number, found.pages, PATH, {"vista": view} if view else {})
        return page(
            request,
            "duplicates/list.html",
            rows=found.items,
            total=found.total,
            pages=pages,
            view=view,
            views=_views(view),
        )

    @post("/", name="duplicate.create", **operator(*MERGE_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Somebody has two records in front of them: on to the page that compares them."""
        form = await bind(request, ReportDuplicate)
        if form.command is None:
            return see_other(request, PATH)
        return see_other(request, f"{PATH}/{await report_duplicate(work, operator, form.command)}")

    @get("/{pair_id:uuid}", name="duplicate.show", **operator(*MERGE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, pair_id: FromPath[UUID]
    ) -> Response[Any]:
        """Side by side; both readings are noted."""
        sheet = await duplicate_sheet(work, operator, pair_id)
        if sheet.merge_id is not None:
            return see_other(request, f"/persone/unioni/{sheet.merge_id}")
        return duplicate_page(request, operator, sheet, show())


def _views(view: str) -> list[tuple[str, str, int | None, bool]]:
    return [
        (sentence(status.label), PageLinks(1, 1, PATH, {"vista": key} if key else {}).url(1), None, key == view)
        for key, status in VIEWS.items()
    ]
