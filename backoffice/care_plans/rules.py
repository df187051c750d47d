"""By which rules an ente makes its plans."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.care_plans.pages import PATH
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.queries.care_plan.plan_rules import plan_rules
from domain.casework.terms.care_plans import RULING_ROLES
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class PlanRulesController(Controller):
    """The rules of the ente where one works."""

    path = f"{PATH}/regole"

    @get("/", name="care_plan.rules", **operator(*RULING_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that hold now."""
        rules = await plan_rules(work, operator.ente_id)
        form = show(
            {
                "is_visa_wanted": "true" if rules.is_visa_wanted else "",
                "is_answered_online": "true" if rules.is_answered_online else "",
                "warning_days": rules.warning_days,
            }
        )
        return page(request, "care_plans/rules.html", form=form, done=request.query_params.get("fatto") == "scritto")

    @post("/", name="care_plan.rules.update", **operator(*RULING_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """They hold from now on."""
        form = await bind(request, SetPlanRules)
        if await attempt(work, operator, form, set_plan_rules):
            return see_other(request, f"{PATH}/regole?fatto=scritto")
        return page(request, "care_plans/rules.html", status=422, form=form, done=False)
