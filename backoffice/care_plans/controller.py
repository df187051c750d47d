"""Plans in a list, and one of them."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.care_plans.pages import PATH, plan_page
from domain.casework.queries.care_plan.plan_list import PlanFilter, plan_list
from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.terms.care_plans import RULING_ROLES, PlanState
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.forms import show
from web.locale import gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

VIEWS = {"miei": (True, False), "tutti": (False, False), "visto": (False, True)}


class CarePlanController(Controller):
    """The plans."""

    path = PATH

    @get("/", name="care_plans", **operator(*CASE_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One page, the newest first: mine, all, or those that wait for a visa; filtered by state and kind."""
        wanted, query = _asked(request)
        found = await plan_list(work, operator, wanted, page_number(request))
        return page(
            request,
            "care_plans/list.html",
            form=show(query),
            rows=found.items,
            total=found.total,
            views=_views(query),
            query=query,
            states=[(one.value, sentence(one.label)) for one in PlanState],
            kinds=(await plan_words(work, operator.ente_id)).kinds,
            pages=PageLinks(found.number, found.pages, PATH, query),
            may_rule=operator.has(*RULING_ROLES),
        )

    @get("/{plan_id:uuid}", name="care_plan.show", **operator(*CASE_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, plan_id: FromPath[UUID]
    ) -> Response[Any]:
        """One plan, whole; the reading is noted."""
        return await plan_page(request, work, operator, plan_id)


def _asked(request: Request[Any, Any, Any]) -> tuple[PlanFilter, dict[str, str]]:
    given = request.query_params
    view = given.get("vista", "miei")
    view = view if view in VIEWS else "miei"
    state = next((one for one in PlanState if one.value == given.get("stato", "")), None)
    kind = given.get("tipo", "")[:40]
    is_mine, waits = VIEWS[view]
    query = {"vista": view, "stato": state.value if state else "", "tipo": kind}
    return PlanFilter(is_mine, state, kind, waits), {key: value for key, value in query.items() if value}


def _views(query: dict[str, str]) -> list[tuple[str, str, int | None, bool]]:
    labels = {"miei": gettext("I miei"), "tutti": gettext("Tutti"), "visto": gettext("Da vistare")}
    rest = {key: value for key, value in query.items() if key != "vista"}
    return [
        (labels[name], PageLinks(1, 1, PATH, rest | {"vista": name}).url(1), None, name == query["vista"])
        for name in VIEWS
    ]
