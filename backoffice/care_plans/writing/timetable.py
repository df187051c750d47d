"""When a plan holds, and when it is checked."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, asking_page
from domain.casework.actions.care_plan.writing.set_timetable import DAYS, SetTimetable, set_timetable
from domain.casework.queries.care_plan.plan_file import plan_file
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import attempt, bind, show
from web.locale import ngettext
from web.rendering import see_other
from web.work import CurrentOperator, Work

TEMPLATE = "care_plans/writing/timetable.html"
MONTHS = (1, 2, 3, 4, 6, 12)


class PlanTimetableController(Controller):
    """The days of a plan."""

    path = f"{PLAN}/tempi"

    @get("/", name="care_plan.timetable", **operator(*CASE_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is written so far."""
        said = (await plan_file(work, operator, plan_id)).shown.content
        days = dict(zip(DAYS, said.checks_on, strict=False))
        known = {"starts_on": said.starts_on, "ends_on": said.ends_on, "check_every_months": said.check_every_months}
        return await asking_page(request, work, operator, plan_id, TEMPLATE, show(known | days), months=_months())

    @post("/", name="care_plan.timetable.update", **operator(*CASE_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep it."""
        form = await bind(request, SetTimetable, plan_id=plan_id)
        if await attempt(work, operator, form, set_timetable, "starts_on"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=scritto")
        return await asking_page(request, work, operator, plan_id, TEMPLATE, form, status=422, months=_months())


def _months() -> list[tuple[int, str]]:
    return [(many, ngettext("Ogni mese", "Ogni %(num)s mesi", many) % {"num": many}) for many in MONTHS]
