"""Who waits at the desk: the list, and another number."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.sheet_reading.roles import RECEIVING
from backoffice.waiting.page import PATH, waiting_page
from domain.reception.actions.arrivals.give_number import GiveNumber, give_number
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work


class WaitingController(Controller):
    """The numbers of today."""

    path = PATH

    @get("/", name="waiting", **operator(*RECEIVING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who waits and who was called; the page asks again by itself, and by a reload without scripts."""
        given = {"person_id": request.query_params.get("persona", "")}
        return await waiting_page(request, work, operator, show(given))

    @post("/", name="waiting.check_in", **operator(*RECEIVING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Give a number; nothing about the person is needed."""
        form = await bind(request, GiveNumber)
        if await attempt(work, operator, form, give_number):
            return see_other(request, f"{PATH}?numero={form.answer}")
        return await waiting_page(request, work, operator, form, status=422)
