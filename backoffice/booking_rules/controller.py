"""How many appointments ahead somebody may book by themselves, and how long an invitation lasts."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.kernel.roles import ADMIN_ROLES
from domain.scheduling.actions.booking.set_booking_rules import SetBookingRules, set_booking_rules
from domain.scheduling.queries.booking.limits import booking_rules
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/prenotazioni"


class BookingRulesController(Controller):
    """Of one's ente."""

    path = PATH

    @get("/", name="booking_rules", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are."""
        kept = await booking_rules(work, operator.ente_id)
        form = show({name: getattr(kept, name) for name in ("most_per_need", "most_in_all", "invitation_days")})
        return _page(request, form)

    @post("/", name="booking_rules.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """From now on."""
        form = await bind(request, SetBookingRules, ente_id=operator.ente_id)
        if await attempt(work, operator, form, set_booking_rules, "most_in_all"):
            return see_other(request, f"{PATH}?fatto=1")
        return _page(request, form, status=422)


def _page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    done = "fatto" in request.query_params
    return page(request, "booking_rules/edit.html", status=status, form=form, done=done)
