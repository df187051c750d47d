"""The closures: written after having seen who is expected meanwhile."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.paths import KEEPING, READING
from backoffice.closures.asked import FIELDS, understood, whose_choices
from domain.kernel.actor import Operator
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.close_time import CloseTime, close_time
from domain.scheduling.actions.agendas.reopen_time import ReopenTime, reopen_time
from domain.scheduling.queries.agendas.agendas_of import agendas_of
from domain.scheduling.queries.agendas.booked import BookedRow
from domain.scheduling.queries.agendas.closures_of import ClosureRow, booked_inside, closure_row, closures_of
from web.access import operator
from web.forms import Form, attempt, show, typed
from web.locale import date_time, gettext
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/agende/chiusure"
MOST_LISTED = 50


class ClosureController(Controller):
    """When nobody is received."""

    path = PATH

    @get("/", name="closures", **operator(*READING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that are not over, the next first."""
        found = await closures_of(work, operator, page_number(request))
        offices = await _offices(work, operator)
        return page(
            request,
            "closures/list.html",
            rows=[(one, _whose(one, offices)) for one in found.items],
            pages=PageLinks(found.number, found.pages, PATH, {}),
            may_close=operator.has(*KEEPING),
            done=request.query_params.get("fatto") == "1",
        )

    @get("/nuova", name="closure.new", **operator(*KEEPING))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Whose and when; once both are told, who is expected meanwhile, and the button that closes."""
        form = show({name: request.query_params.get(name, "") for name in FIELDS})
        return await _new(request, work, operator, form, is_asked="dal" in request.query_params)

    @post("/", name="closure.create", **operator(*KEEPING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Close; who is expected stays expected until told."""
        form = await typed(request)
        if asked := understood(form):
            form.command = CloseTime(
                ente_id=operator.ente_id,
                starts_at=asked.starts_at,
                ends_at=asked.ends_at,
                reason=str(form.value("reason"))[:300],
                **asked.whose,
            )
        if await attempt(work, operator, form, close_time, "di"):
            return see_other(request, f"{PATH}/{form.answer}?fatto=1")
        return await _new(request, work, operator, form, is_asked=True, status=422)


class OneClosureController(Controller):
    """A closure."""

    path = f"{PATH}/{{closure_id:uuid}}"

    @get("/", name="closure", **operator(*READING))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, closure_id: FromPath[UUID]
    ) -> Response[Any]:
        """When, why, and who is expected meanwhile."""
        closure = await closure_row(work, operator, closure_id)
        keys = {"office_id": closure.office_id, "agenda_id": closure.agenda_id, "resource_id": closure.resource_id}
        found = await booked_inside(work, operator, closure.starts_at, closure.ends_at, **keys)
        return page(
            request,
            "closures/show.html",
            closure=closure,
            whose=_whose(closure, await _offices(work, operator)),
            found=found,
            lines=await _lines(work, operator, found),
            may_change=operator.has(*KEEPING),
            done=request.query_params.get("fatto") == "1",
        )

    @post("/eliminazione", name="closure.removal", **operator(*KEEPING))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, closure_id: FromPath[UUID]
    ) -> Response[Any]:
        """The hours are free again."""
        await reopen_time(work, operator, ReopenTime(closure_id=closure_id))
        return see_other(request, f"{PATH}?fatto=1")


async def _new(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any],
    *,
    is_asked: bool,
    status: int = 200,
) -> Response[Any]:
    asked = understood(form) if is_asked and not form.errors else None
    found = await booked_inside(work, operator, asked.starts_at, asked.ends_at, **asked.whose) if asked else None
    return page(
        request,
        "closures/new.html",
        status=status,
        form=form,
        choices=await whose_choices(work, operator),
        found=found,
        lines=await _lines(work, operator, found or ()),
    )


async def _lines(work: UnitOfWork, operator: Operator, found: Sequence[BookedRow]) -> list[list[str]]:
    agendas = {one.id: one.name for one in await agendas_of(work, operator)} if found else {}
    return [
        [
            date_time(one.starts_at),
            one.full_name or gettext("Appuntamento senza nome"),
            agendas.get(one.agenda_id, gettext("Agenda di un altro ufficio")),
        ]
        for one in found[:MOST_LISTED]
    ]


async def _offices(work: UnitOfWork, operator: Operator) -> dict[UUID, str]:
    return {one.id: one.name for one in await offices_of_all(work, operator, [operator.ente_id])}


def _whose(closure: ClosureRow, offices: Mapping[UUID, str]) -> str:
    if closure.office_id:
        return offices.get(closure.office_id, gettext("Ufficio chiuso"))
    return closure.whose or gettext("Tutto l'ente")
