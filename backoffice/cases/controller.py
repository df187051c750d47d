"""A case (cartella sociale), as a page or beside the queue."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.cases.pages import case_page
from domain.casework.queries.case_file import case_file
from domain.kernel.clock import ROME
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import show
from web.pagination import page_number
from web.rendering import see_other
from web.work import CurrentOperator, Work


class CaseController(Controller):
    """One case."""

    path = "/casi/{case_id:uuid}"

    @get("/", name="case.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Everything about the case; the reading is noted."""
        found = await case_file(work, operator, case_id, diary_page=page_number(request))
        if found.id != case_id:  # the case of a record that was joined to another one
            return see_other(request, f"/casi/{found.id}")
        now = work.now.astimezone(ROME).strftime("%Y-%m-%dT%H:%M")  # what is written down has mostly just happened
        return await case_page(request, work, operator, found, show({"happened_at": now}))
