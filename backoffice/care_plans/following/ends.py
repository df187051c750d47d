"""A plan comes to its end, is interrupted, or gets another responsible operator."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, act, asking_page
from domain.casework.actions.care_plan.following.close_care_plan import CloseCarePlan, close_care_plan
from domain.casework.actions.care_plan.following.interrupt_care_plan import InterruptCarePlan, interrupt_care_plan
from domain.casework.actions.care_plan.following.take_over_care_plan import TakeOverCarePlan, take_over_care_plan
from domain.casework.terms.care_plans import GoalResult
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import sentence
from web.rendering import see_other
from web.work import CurrentOperator, Work

CLOSING, INTERRUPTION = "care_plans/following/close.html", "care_plans/following/interrupt.html"


class PlanClosingController(Controller):
    """The end of a plan."""

    path = f"{PLAN}/chiusura"

    @get("/", name="care_plan.closing", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """The result of each goal, and of the whole."""
        return await asking_page(
            request, work, operator, plan_id, CLOSING, show({"on": work.today}), results=_results()
        )

    @post("/", name="care_plan.closing.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Close it; a goal without a result is asked for."""
        form = await bind(request, CloseCarePlan, plan_id=plan_id, results=results_of_goals(await typed(request)))
        if await attempt(work, operator, form, close_care_plan, "on"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=chiuso")
        return await asking_page(request, work, operator, plan_id, CLOSING, form, status=422, results=_results())


class PlanInterruptionController(Controller):
    """A plan that goes on no longer."""

    path = f"{PLAN}/interruzione"

    @get("/", name="care_plan.interruption", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Since when, and why."""
        return await asking_page(request, work, operator, plan_id, INTERRUPTION, show({"on": work.today}))

    @post("/", name="care_plan.interruption.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Interrupt it."""
        form = await bind(request, InterruptCarePlan, plan_id=plan_id)
        if await attempt(work, operator, form, interrupt_care_plan, "on"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=interrotto")
        return await asking_page(request, work, operator, plan_id, INTERRUPTION, form, status=422)


class PlanResponsibleController(Controller):
    """Who answers for a plan."""

    path = f"{PLAN}/responsabile"

    @post("/", name="care_plan.responsible", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Answer for it oneself."""
        command = TakeOverCarePlan(plan_id=plan_id)
        return await act(request, work, operator, plan_id, take_over_care_plan, "responsabile", command)


def results_of_goals(form: Form[Any]) -> dict[str, str]:
    """What was typed in the fields ``goal:<key>``; a result that is none counts as left out."""
    results = {one.value for one in GoalResult}
    return {
        name.partition(":")[2]: str(value)
        for name, value in form.values.items()
        if name.startswith("goal:") and str(value) in results
    }


def _results() -> list[tuple[str, str]]:
    return [(one.value, sentence(one.label)) for one in GoalResult]
