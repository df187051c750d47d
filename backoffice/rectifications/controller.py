"""Requests to put data right: the list, and one of them."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.rectifications.sheet_page import sheet_page
from domain.kernel.roles import DESK_ROLES, Role
from domain.privacy.queries.rectifications.rectifications import rectifications_at
from web.access import operator
from web.forms import show
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/rettifiche"
ANSWERED = "risposte"
READERS = (*DESK_ROLES, Role.AUDITOR)


class RectificationController(Controller):
    """The office has a month for each (GDPR art. 12)."""

    path = PATH

    @get("/", name="rectifications", **operator(*READERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that wait, the first due first; with ``vista=risposte`` those answered."""
        is_answered = request.query_params.get("vista") == ANSWERED
        found = await rectifications_at(work, operator, is_answered=is_answered, page=page_number(request))
        links = PageLinks(found.number, found.pages, PATH, {"vista": ANSWERED} if is_answered else {})
        shown = {"rows": found.items, "total": found.total, "links": links, "is_answered": is_answered}
        return page(request, "rectifications/list.html", **shown)

    @get("/{rectification_id:uuid}", name="rectification.show", **operator(*READERS))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, rectification_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is said to be wrong beside what we have; the reading is noted."""
        return await sheet_page(request, work, operator, rectification_id, show())
