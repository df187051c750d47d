"""A closed time: who had an appointment, who was told, and what they answered."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.closing.propose_new_times import ProposeNewTimes, propose_new_times
from domain.scheduling.actions.waiting.accept_offer import AcceptOffer, accept_offer
from domain.scheduling.actions.waiting.refuse_offer import RefuseOffer, refuse_offer
from domain.scheduling.queries.closing.closing_sheet import closing_sheet
from domain.scheduling.terms.closing import ClosingOutcome
from web.access import operator
from web.forms import Action, Form, attempt, bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/agende/chiusure/{closure_id:uuid}/avvisi"
KEEPERS = (Role.OFFICE_HEAD, *ADMIN_ROLES)


class ClosingController(Controller):
    """The people of one closed time."""

    path = PATH

    @get("/", name="closing", **operator(*KEEPERS))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, closure_id: FromPath[UUID]
    ) -> Response[Any]:
        """Who is to be told of what, or what came of it."""
        return await _page(request, work, operator, closure_id, show())

    @post("/", name="closing.create", **operator(*KEEPERS))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, closure_id: FromPath[UUID]
    ) -> Response[Any]:
        """Tell everybody, and propose another time."""
        await propose_new_times(work, operator, ProposeNewTimes(closure_id=closure_id))
        return see_other(request, f"/agende/chiusure/{closure_id}/avvisi?avviati=1")


class ClosingAnswerController(Controller):
    """What somebody has answered by voice, and the office writes down."""

    path = PATH + "/{appointment_id:uuid}"

    @post("/accettazione", name="closing.acceptance", **operator(*KEEPERS))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        closure_id: FromPath[UUID],
        appointment_id: FromPath[UUID],
    ) -> Response[Any]:
        """They take it."""
        form = await bind(request, AcceptOffer, appointment_id=appointment_id)
        return await _answered(request, work, operator, closure_id, form, accept_offer)

    @post("/rifiuto", name="closing.refusal", **operator(*KEEPERS))
    async def delete(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        closure_id: FromPath[UUID],
        appointment_id: FromPath[UUID],
    ) -> Response[Any]:
        """They do not."""
        form = await bind(request, RefuseOffer, appointment_id=appointment_id)
        return await _answered(request, work, operator, closure_id, form, refuse_offer)


async def _answered(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    closure_id: UUID,
    form: Form[Any],
    action: Action,
) -> Response[Any]:
    if await attempt(work, operator, form, action, "answer"):
        return see_other(request, f"/agende/chiusure/{closure_id}/avvisi?risposta=1")
    return await _page(request, work, operator, closure_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    closure_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    asked = request.query_params.get("esito", "")
    outcome = ClosingOutcome(asked) if asked in set(ClosingOutcome) else None
    is_started = "avviati" in request.query_params
    number = page_number(request)
    sheet = await closing_sheet(work, operator, closure_id, outcome, number, is_followed=is_started)
    address = f"/agende/chiusure/{closure_id}/avvisi"
    return page(
        request,
        "closings/show.html",
        block="closing_state",
        status=status,
        form=form,
        sheet=sheet,
        address=address,
        outcome=outcome,
        views=[
            (sentence(one.label), f"{address}?esito={one.value}", sheet.counts.get(one, 0), one is outcome)
            for one in ClosingOutcome
            if sheet.counts.get(one, 0)
        ],
        language_names={code: one.native_name for code, one in BY_CODE.items()},
        pages=PageLinks(sheet.rows.number, sheet.rows.pages, address, {"esito": asked} if outcome else {}),
        is_started=is_started,
        is_running=is_started and sheet.to_tell > 0,
        is_answered="risposta" in request.query_params,
    )
