"""A proposal is shared with the person, and the office notes the answer."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, asking_page
from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work

SHARING, ANSWER = "care_plans/agreeing/share.html", "care_plans/agreeing/answer.html"


class PlanSharingController(Controller):
    """What the person gets."""

    path = f"{PLAN}/condivisione"

    @get("/", name="care_plan.sharing", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """On paper, or on the portal too."""
        return await asking_page(request, work, operator, plan_id, SHARING, None)

    @post("/", name="care_plan.sharing.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """The person has it from now on."""
        form = await bind(request, ShareCarePlan, plan_id=plan_id)
        if await attempt(work, operator, form, share_care_plan, "is_online"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=condiviso")
        return await asking_page(request, work, operator, plan_id, SHARING, form, status=422)


class PlanAnswerController(Controller):
    """What the person said, on paper."""

    path = f"{PLAN}/risposta"

    @get("/", name="care_plan.answer", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Yes or no, and on which day."""
        return await asking_page(request, work, operator, plan_id, ANSWER, show({"on": work.today}))

    @post("/", name="care_plan.answer.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Note it."""
        form = await bind(request, NotePlanAnswer, plan_id=plan_id)
        if await attempt(work, operator, form, note_plan_answer, "is_accepted"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=risposta")
        return await asking_page(request, work, operator, plan_id, ANSWER, form, status=422)
