"""The search for a dwelling ends, or goes on."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.housing.pages import need_page
from domain.housing.actions.close_need import CloseNeed, close_need
from domain.housing.actions.reopen_need import reopen_need
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ClosingController(Controller):
    """The closing of a need."""

    path = "/casa/fabbisogni/{need_id:uuid}/chiusura"

    @post("/", name="housing_need.closing", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, need_id: FromPath[UUID]
    ) -> Response[Any]:
        """Close it with a reason of the ente's list."""
        form = await bind(request, CloseNeed, need_id=need_id)
        if await attempt(work, operator, form, close_need):
            return see_other(request, f"/casa/fabbisogni/{need_id}?fatto=chiuso")
        return await need_page(request, work, operator, need_id, form, status=422)


class NeedReopeningController(Controller):
    """A need that goes on."""

    path = "/casa/fabbisogni/{need_id:uuid}/riapertura"

    @post("/", name="housing_need.reopening", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, need_id: FromPath[UUID]
    ) -> Response[Any]:
        """Open it again."""
        await reopen_need(work, operator, need_id)
        return see_other(request, f"/casa/fabbisogni/{need_id}?fatto=riaperto")
