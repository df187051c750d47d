"""Why a plan is made."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, asking_page
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.queries.care_plan.plan_file import plan_file
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work

TEMPLATE = "care_plans/writing/outline.html"


class PlanOutlineController(Controller):
    """The reasons, the resources, for whom it is."""

    path = f"{PLAN}/motivi"

    @get("/", name="care_plan.outline", **operator(*CASE_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is written so far."""
        file = await plan_file(work, operator, plan_id)
        said = file.shown.content
        form = show(
            {
                "kind": file.kind,
                "is_about_household": str(said.is_about_household).lower(),
                "motivations": said.motivations,
                "resources": said.resources,
            }
        )
        return await asking_page(request, work, operator, plan_id, TEMPLATE, form)

    @post("/", name="care_plan.outline.update", **operator(*CASE_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep it, also half written."""
        form = await bind(request, WriteOutline, plan_id=plan_id)
        if await attempt(work, operator, form, write_outline, "motivations"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=scritto")
        return await asking_page(request, work, operator, plan_id, TEMPLATE, form, status=422)
