"""The plans shared with a person, and the answer to one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.casework.actions.care_plan.agreeing.answer_care_plan import AnswerCarePlan, answer_care_plan
from domain.casework.queries.care_plan.own_care_plans import own_care_plans, own_plan
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.access import CITIZEN
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/progetti"
DONE = {"si": "accepted", "no": "refused"}


class OwnCarePlanController(Controller):
    """One's own plans, and those of the people one represents."""

    path = PATH

    @get("/", name="care_plan.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """The newest first."""
        return page(request, "care_plans/list.html", rows=await own_care_plans(work, citizen))

    @get("/{plan_id:uuid}", name="care_plan.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, plan_id: FromPath[UUID]
    ) -> Response[str]:
        """What we do together, by when, and who does it."""
        return await _plan_page(request, work, citizen, plan_id, show())


class CarePlanAnswerController(Controller):
    """The answer of the person."""

    path = f"{PATH}/{{plan_id:uuid}}/risposta"

    @post("/", name="care_plan.answer", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Yes, or no and why."""
        form = await bind(request, AnswerCarePlan, plan_id=plan_id)
        if await attempt(work, citizen, form, answer_care_plan, "note"):
            done = "si" if form.command and form.command.is_accepted else "no"
            return see_other(request, f"{PATH}/{plan_id}?fatto={done}")
        return await _plan_page(request, work, citizen, plan_id, form, status=422)


async def _plan_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    plan_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[str]:
    plan = await own_plan(work, citizen, plan_id)
    done = DONE.get(request.query_params.get("fatto", ""), "")
    return page(
        request, "care_plans/show.html", status=status, form=form, plan=plan, says=plan.shown.content, done=done
    )
