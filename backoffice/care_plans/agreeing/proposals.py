"""A draft is proposed, taken back, let go by a head, or sent back."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, act, plan_page
from domain.casework.actions.care_plan.agreeing.answer_plan_visa import AnswerPlanVisa, answer_plan_visa
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.take_back_care_plan import TakeBackCarePlan, take_back_care_plan
from domain.kernel.roles import CASE_ROLES, Role
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class PlanProposalController(Controller):
    """The proposal of the office."""

    path = f"{PLAN}/proposta"

    @post("/", name="care_plan.proposal", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is whole."""
        return await act(
            request, work, operator, plan_id, propose_care_plan, "proposto", ProposeCarePlan(plan_id=plan_id)
        )


class PlanTakingBackController(Controller):
    """A proposal that is a draft again."""

    path = f"{PLAN}/ripresa"

    @post("/", name="care_plan.taking_back", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write in it again."""
        return await act(
            request, work, operator, plan_id, take_back_care_plan, "ripreso", TakeBackCarePlan(plan_id=plan_id)
        )


class PlanVisaController(Controller):
    """The visa of a head of the office."""

    path = f"{PLAN}/visto"

    @post("/", name="care_plan.visa", **operator(Role.OFFICE_HEAD))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Given, or refused with a note."""
        form = await bind(request, AnswerPlanVisa, plan_id=plan_id)
        if await attempt(work, operator, form, answer_plan_visa, "note"):
            done = "visto" if form.command and form.command.is_given else "restituito"
            return see_other(request, f"{PATH}/{plan_id}?fatto={done}")
        return await plan_page(request, work, operator, plan_id, form, status=422)
