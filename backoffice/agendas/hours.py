"""The week of an agenda as a form: one row a stretch, rows added and taken away without scripts."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.hours_form import MOST_ROWS, USUAL, change_rows, place_errors, row_count, shown_rows, week_sent
from backoffice.agendas.paths import AGENDA, KEEPING, agenda_path
from domain.kernel.actor import Operator
from domain.organization.terms import WEEKDAYS
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.start_week import start_week
from domain.scheduling.queries.agendas.agenda_sheet import AgendaSheet, agenda_sheet
from domain.scheduling.queries.agendas.agendas_of import agendas_of
from domain.scheduling.terms import Manner, Way
from web.access import operator
from web.forms import Form, attempt, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.row_buttons import row_button
from web.work import CurrentOperator, Work


class AgendaHoursController(Controller):
    """From a day on, this is the week."""

    path = f"{AGENDA}/orari"

    @get("/", name="agenda.hours", **operator(*KEEPING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """The week of today, the one that holds from ``dal``, or that of the agenda ``da``."""
        sheet = await agenda_sheet(work, operator, agenda_id)
        other = _id(request.query_params.get("da", ""))
        source = await agenda_sheet(work, operator, other) if other else sheet
        rows = source.week_on(work.today) or tuple(source.openings)
        values = {"holds_from": work.today.isoformat(), "seen_version": sheet.version, **shown_rows(rows)}
        return await _page(request, work, operator, sheet, show(values if rows else {**values, **USUAL}))

    @post("/", name="agenda.hours.update", **operator(*KEEPING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """One row more or less, or the whole week written."""
        sheet, form = await agenda_sheet(work, operator, agenda_id), await typed(request)
        if button := row_button(str(form.value("action"))):
            return await _page(request, work, operator, sheet, change_rows(form, button.row))
        week_sent(form, agenda_id)
        if await attempt(work, operator, form, start_week, "holds_from"):
            return see_other(request, agenda_path(agenda_id, "?fatto=1"))
        place_errors(form)
        return await _page(request, work, operator, sheet, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    sheet: AgendaSheet,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    others = [one for one in await agendas_of(work, operator) if one.id != sheet.id]
    return page(
        request,
        "agendas/hours.html",
        status=status,
        form=form,
        agenda=sheet,
        rows=range(row_count(form)),
        most=MOST_ROWS,
        others=[(str(one.id), one.name) for one in others],
        weekdays=[(number, sentence(day)) for number, day in enumerate(WEEKDAYS)],
        manners=[(one.value, sentence(one.label)) for one in Manner],
        ways=[(one.value, sentence(one.label)) for one in Way],
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
