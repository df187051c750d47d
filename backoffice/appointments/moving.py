"""An appointment is moved to another time by who receives."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.appointments.asked_times import DAYS, AskedTimes, slot_in
from backoffice.appointments.booking import CHOOSE
from backoffice.appointments.booking_page import slot_choices, times_for
from backoffice.appointments.day_page import PATH, day_in
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.move_appointment import MoveAppointment, move_appointment
from domain.scheduling.queries.booking.interpreter_of import interpreter_of
from domain.scheduling.queries.day.appointments_today import appointment_row
from domain.scheduling.queries.day.bookable import bookable_agendas, bookable_needs
from domain.scheduling.queries.day.day_row import DayRow
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class MovingController(Controller):
    """Another time for an appointment."""

    path = f"{PATH}/{{appointment_id:uuid}}/spostamento"

    @get("/", name="appointment.moving", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """The first free times for the same need."""
        row = await appointment_row(work, operator, appointment_id)
        return await _times_page(request, work, operator, row, show())

    @post("/", name="appointment.move", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Move it there; it keeps its time until it has the other one."""
        form = await _time_in(request, appointment_id)
        if await attempt(work, operator, form, move_appointment, "slot"):
            return see_other(request, f"{PATH}/{appointment_id}?fatto=spostato")
        row = await appointment_row(work, operator, appointment_id)
        return await _times_page(request, work, operator, row, form, status=422)


async def _time_in(request: Request[Any, Any, Any], appointment_id: UUID) -> Form[Any]:
    chosen = slot_in(str((await typed(request)).value("slot")))
    if chosen is None:
        return (await bind(request, _Nothing)).refuse({"slot": CHOOSE})
    return await bind(
        request, MoveAppointment, appointment_id=appointment_id, agenda_id=chosen[0], starts_at=chosen[1], proof=""
    )


class _Nothing(BaseModel):
    """No time was chosen: there is nothing to do."""

    slot: UUID


async def _times_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    row: DayRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    needs = await bookable_needs(work, operator)
    need = next((one for one in needs if one.id == row.need_id), None)
    from_on = max(day_in(request.query_params.get("dal", "")) or work.today, work.today)
    interpreter = await interpreter_of(work, row.id, row.agenda_id, row.language)
    asked = AskedTimes(need, row.person_id, row.way, row.manner, from_on, None, *interpreter)
    agendas = await bookable_agendas(work, operator, need.id) if need else []
    slots = await slot_choices(work, await times_for(work, asked, agendas), agendas)
    later = (from_on + timedelta(days=DAYS)).isoformat()
    return page(
        request, "appointments/move.html", status=status, form=form, row=row, slots=slots, from_on=from_on, later=later
    )
