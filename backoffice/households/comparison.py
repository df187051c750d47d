"""Two households of a person, side by side."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.households.pages import asked_day
from backoffice.households.rows import comparison_rows
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.registry.queries.households.household_comparison import household_comparison
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class HouseholdComparisonController(Controller):
    """Member by member."""

    path = "/persone/{person_id:uuid}/nuclei/confronto"

    @get("/", name="person.households.comparison", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The two households in ``?primo=`` and ``?secondo=``, each on its day; the reading is noted.

        Where one was not chosen, back to the choice.
        """
        asked = _asked(request)
        if asked is None:
            return see_other(request, f"/persone/{person_id}/nuclei?fatto=scegli")
        days = asked_day(request, work.today, "primo_giorno"), asked_day(request, work.today, "secondo_giorno")
        found = await household_comparison(work, operator, person_id, asked, days)
        return page(
            request,
            "households/comparison.html",
            person=await person_card(work, operator, person_id),
            found=found,
            rows=comparison_rows(found),
        )


def _asked(request: Request[Any, Any, Any]) -> tuple[UUID, UUID] | None:
    first, second = request.query_params.get("primo", ""), request.query_params.get("secondo", "")
    if not (first and second):
        return None
    try:
        return UUID(first), UUID(second)
    except ValueError as wrong:
        raise NotFound from wrong
