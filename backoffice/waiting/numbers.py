"""What becomes of a number: called, at the desk with a sheet, gone."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.sheet_reading.roles import RECEIVING
from backoffice.waiting.page import PATH
from domain.reception.actions.arrivals.call_next import CallNext, call_next
from domain.reception.actions.arrivals.call_number import CallNumber, call_number
from domain.reception.actions.arrivals.note_departure import note_departure
from domain.reception.actions.arrivals.start_sheet import start_sheet
from web.access import operator
from web.forms import bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class CallController(Controller):
    """The calls."""

    path = f"{PATH}/chiamate"

    @post("/", name="waiting.call", **operator(*RECEIVING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Call whose turn it is."""
        form = await bind(request, CallNext)
        await call_next(work, operator, form.command or CallNext())
        return see_other(request, PATH)


class ServedNumberController(Controller):
    """A number at the desk."""

    path = f"{PATH}/{{arrival_id:uuid}}"

    @post("/scheda", name="waiting.sheet", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, arrival_id: FromPath[UUID]
    ) -> Response[Any]:
        """Open a sheet with what is known already."""
        sheet_id = await start_sheet(work, operator, arrival_id)
        return see_other(request, f"/accoglienza/schede/{sheet_id}/modifica")

    @post("/chiamata", name="waiting.call_number", **operator(*RECEIVING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, arrival_id: FromPath[UUID]
    ) -> Response[Any]:
        """Call this number, whoever else waits."""
        form = await bind(request, CallNumber, arrival_id=arrival_id)
        await call_number(work, operator, form.command or CallNumber(arrival_id=arrival_id))
        return see_other(request, PATH)

    @post("/uscita", name="waiting.departure", **operator(*RECEIVING))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, arrival_id: FromPath[UUID]
    ) -> Response[Any]:
        """Who had the number has gone."""
        number = await note_departure(work, operator, arrival_id)
        return see_other(request, f"{PATH}?uscita={number}")
