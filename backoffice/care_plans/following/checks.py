"""The checks that wait, and the sheet on which one is made."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, PLAN, asking_page
from domain.casework.actions.care_plan.following.review_care_plan import ReviewCarePlan, review_care_plan
from domain.casework.queries.care_plan.checks_due import CheckFilter, checks_due
from domain.casework.terms.care_plans import GoalState
from domain.kernel.actor import Operator
from domain.kernel.roles import CASE_ROLES
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

CHECKS = f"{PATH}/verifiche"
SHEET = "care_plans/following/check.html"
VIEWS = {"miei": True, "tutti": False}


class CheckListController(Controller):
    """What is to be checked."""

    path = CHECKS

    @get("/", name="care_plan.checks", **operator(*CASE_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One page, the nearest day first: mine or everybody's, soon or all, of an office."""
        wanted, query = _asked(request)
        found = await checks_due(work, operator, wanted, page_number(request))
        offices = await offices_of_all(work, operator, operator.enti)
        return page(
            request,
            "care_plans/following/checks.html",
            form=show(query),
            rows=found.items,
            total=found.total,
            query=query,
            views=_views(query),
            offices=[(row.id, row.name) for row in offices],
            pages=PageLinks(found.number, found.pages, CHECKS, query),
        )


class PlanCheckController(Controller):
    """One check."""

    path = f"{PLAN}/verifiche/{{check_id:uuid}}"

    @get("/", name="care_plan.check", **operator(*CASE_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        check_id: FromPath[UUID],
    ) -> Response[Any]:
        """The sheet, goal by goal."""
        return await _sheet(request, work, operator, plan_id, check_id, show({"on": work.today}))

    @post("/", name="care_plan.check.update", **operator(*CASE_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        plan_id: FromPath[UUID],
        check_id: FromPath[UUID],
    ) -> Response[Any]:
        """Write what was found, for ever."""
        goals = found_of_goals(await typed(request))
        form = await bind(request, ReviewCarePlan, plan_id=plan_id, check_id=check_id, goals=goals)
        if await attempt(work, operator, form, review_care_plan, "on"):
            return see_other(request, f"{PATH}/{plan_id}?fatto=verifica#verifiche")
        return await _sheet(request, work, operator, plan_id, check_id, form, status=422)


def found_of_goals(form: Form[Any]) -> dict[str, dict[str, str]]:
    """What was typed in the fields ``goal:<key>`` and ``note:<key>``; a state that is none counts as left out."""
    states = {one.value for one in GoalState}
    found: dict[str, dict[str, str]] = {}
    for name, value in form.values.items():
        sort, _colon, key = name.partition(":")
        if sort == "goal" and str(value) in states:
            found.setdefault(key, {})["state"] = str(value)
        elif sort == "note" and value:
            found.setdefault(key, {})["note"] = str(value)[:1000]
    return found


async def _sheet(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    plan_id: UUID,
    check_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    states = [(one.value, sentence(one.label)) for one in GoalState]
    return await asking_page(
        request, work, operator, plan_id, SHEET, form, status=status, check_id=check_id, states=states
    )


def _asked(request: Request[Any, Any, Any]) -> tuple[CheckFilter, dict[str, str]]:
    given = request.query_params
    view = given.get("vista", "miei")
    view = view if view in VIEWS else "miei"
    try:
        office_id = UUID(given.get("ufficio", ""))
    except ValueError:
        office_id = None
    is_soon = given.get("quando", "") != "tutte"
    query = {"vista": view, "quando": "" if is_soon else "tutte", "ufficio": str(office_id or "")}
    return CheckFilter(VIEWS[view], is_soon, office_id), {key: value for key, value in query.items() if value}


def _views(query: dict[str, str]) -> list[tuple[str, str, int | None, bool]]:
    labels = {"miei": gettext("Le mie"), "tutti": gettext("Tutte")}
    rest = {key: value for key, value in query.items() if key != "vista"}
    return [
        (labels[name], PageLinks(1, 1, CHECKS, rest | {"vista": name}).url(1), None, name == query["vista"])
        for name in VIEWS
    ]
