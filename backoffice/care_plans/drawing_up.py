"""A plan is begun from a case."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.queries.care_plan.case_for_plan import case_for_plan
from domain.kernel.actor import Operator
from domain.kernel.roles import CASE_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class CarePlanStartController(Controller):
    """The plans of a case."""

    path = "/casi/{case_id:uuid}/progetti"

    @get("/nuovo", name="care_plan.new", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which kind, and whether it starts from the last one."""
        return await _ask(request, work, operator, case_id, show({"is_copied": "false"}))

    @post("/", name="care_plan.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Begin it, and write why it is made."""
        form = await bind(request, DrawUpCarePlan, case_id=case_id)
        if await attempt(work, operator, form, draw_up_care_plan):
            return see_other(request, f"/progetti/{form.answer}/motivi")
        return await _ask(request, work, operator, case_id, form, status=422)


async def _ask(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    case_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    found = await case_for_plan(work, operator, case_id)
    return page(request, "care_plans/new.html", status=status, form=form, case=found)
