"""The agendas: the week of an office, and each of them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.agenda_page import agenda_form, agenda_page, sent_agenda
from backoffice.agendas.paths import AGENDA, KEEPING, PATH, READING, agenda_path, asked_day
from backoffice.agendas.week_page import week_view
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES
from domain.organization.queries.offices import OfficeRow, office, offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.change_agenda import ChangeAgenda, change_agenda
from domain.scheduling.actions.agendas.open_agenda import OpenAgenda, open_agenda
from domain.scheduling.queries.agendas.agenda_sheet import agenda_sheet
from domain.scheduling.queries.agendas.agendas_of import agendas_of
from domain.scheduling.queries.agendas.week_sheet import week_sheet
from web.access import operator
from web.forms import attempt, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

MOST_SHOWN = 20


class AgendaController(Controller):
    """The week, the list, and the facts of an agenda."""

    path = PATH

    @get("/", name="agendas", **operator(*READING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The week of an office, of all its agendas or of those chosen."""
        offices = await read_offices(work, operator)
        asked = request.query_params.get("ufficio", "")
        shown = next((one for one in offices if str(one.id) == asked), None)
        shown = shown or next((one for one in offices if one.id == operator.office_id), offices[0])
        return await _week(request, work, operator, offices, shown)

    @get("/nuova", name="agenda.new", **operator(*KEEPING))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """An empty form."""
        usual = {"office_id": request.query_params.get("ufficio", str(operator.office_id)), "languages": ["it"]}
        form = show({**usual, "lead_minutes": 120, "horizon_days": 60, "cancel_minutes": 120})
        return await agenda_form(request, work, operator, form)

    @post("/", name="agenda.create", **operator(*KEEPING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Open it; its hours come next."""
        form = await sent_agenda(request, OpenAgenda)
        if await attempt(work, operator, form, open_agenda, "name"):
            return see_other(request, agenda_path(form.answer, "/orari"))
        return await agenda_form(request, work, operator, form, status=422)


class OneAgendaController(Controller):
    """An agenda."""

    path = AGENDA

    @get("/", name="agenda", **operator(*READING))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is written about it, its weeks, and who no longer fits them."""
        return await agenda_page(request, work, operator, agenda_id)

    @get("/modifica", name="agenda.edit", **operator(*KEEPING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it is."""
        sheet = await agenda_sheet(work, operator, agenda_id)
        known: dict[str, Any] = {
            name: getattr(sheet, name) for name in ("name", "place", "lead_minutes", "horizon_days", "cancel_minutes")
        }
        known |= {"is_step_free": sheet.is_step_free or None, "is_open": sheet.is_open or None}
        known |= {"need_ids": [str(one) for one in sheet.need_ids], "languages": [*sheet.languages]}
        known |= {"resource_ids": [str(one) for one in sheet.resource_ids], "seen_version": sheet.version}
        return await agenda_form(request, work, operator, show(known), sheet)

    @post("/", name="agenda.update", **operator(*KEEPING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it anew."""
        form = await sent_agenda(request, ChangeAgenda, agenda_id=agenda_id)
        if await attempt(work, operator, form, change_agenda, "name"):
            return see_other(request, agenda_path(agenda_id, "?fatto=1"))
        sheet = await agenda_sheet(work, operator, agenda_id)
        return await agenda_form(request, work, operator, form, sheet, status=422)


async def read_offices(work: UnitOfWork, operator: Operator) -> list[OfficeRow]:
    """The offices whose agendas the operator reads: the own one, or all for who administers."""
    if not operator.has(*ADMIN_ROLES):
        return [await office(work, operator.office_id)]
    return [one for one in await offices_of_all(work, operator, operator.enti) if one.is_open]


async def _week(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, offices: list[OfficeRow], shown: OfficeRow
) -> Response[Any]:
    rows = await agendas_of(work, operator, shown.id)
    wanted = request.query_params.getall("agenda", [])
    chosen = [one for one in rows if str(one.id) in wanted]
    seen = (chosen or [one for one in rows if one.is_open])[:MOST_SHOWN]
    day = asked_day(request.query_params.get("settimana", "")) or work.today
    sheet = await week_sheet(work, operator, [one.id for one in seen], day - timedelta(days=day.weekday()))
    return page(
        request,
        "agendas/list.html",
        office=shown,
        rows=rows,
        offices=[(str(one.id), one.name) for one in offices],
        agendas=[(str(one.id), one.name) for one in rows],
        week=week_view(
            sheet,
            {one.id: one.name for one in seen},
            shown.id,
            [one.id for one in chosen],
            work.today,
            may_book=operator.has(*DESK_ROLES),
        ),
        form=show({"ufficio": shown.id, "settimana": day.isoformat(), "agenda": [str(one.id) for one in chosen]}),
        may_change=operator.has(*KEEPING),
        done=request.query_params.get("fatto") == "1",
    )
