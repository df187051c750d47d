"""A version of a plan as it was, on a page and on paper; a new one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PLAN, act
from domain.casework.actions.care_plan.writing.revise_care_plan import ReviseCarePlan, revise_care_plan
from domain.casework.queries.care_plan.plan_file import plan_file
from domain.casework.queries.care_plan.plan_print import plan_print
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.downloads import download
from web.rendering import page
from web.work import CurrentOperator, Work


class PlanVersionController(Controller):
    """The versions of a plan."""

    path = f"{PLAN}/versioni"

    @post("/", name="care_plan.revision", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """A draft under the next number."""
        return await act(
            request, work, operator, plan_id, revise_care_plan, "revisione", ReviseCarePlan(plan_id=plan_id)
        )

    @get("/{number:int}", name="care_plan.version", **operator(*CASE_ROLES))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        number: FromPath[int],
    ) -> Response[Any]:
        """What it says, whatever came after."""
        file = await plan_file(work, operator, plan_id)
        return page(request, "care_plans/version.html", file=file, version=file.version(number))


class PlanPrintController(Controller):
    """A version on paper."""

    path = f"{PLAN}/versioni/{{number:int}}/stampa"

    @get("/", name="care_plan.print", **operator(*CASE_ROLES))
    async def show(
        self, work: Work, operator: CurrentOperator, plan_id: FromPath[UUID], number: FromPath[int]
    ) -> Response[Any]:
        """An accessible PDF, with the places for the signatures."""
        content = await plan_print(work, operator, plan_id, number)
        return download(content, f"progetto-versione-{number}.pdf", "application/pdf")
