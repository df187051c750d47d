"""One appointment, for who receives: what to say on the telephone, moving it, cancelling it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.appointments.controller import READING
from backoffice.appointments.day_page import HOME, PATH
from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import DESK_ROLES
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.queries.day.appointments_today import appointment_row
from domain.scheduling.queries.day.day_row import DayRow
from domain.scheduling.terms import Manner
from web.access import operator
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

DONE = ("prenotato", "serie", "spostato", "disdetto")


class AppointmentController(Controller):
    """One appointment."""

    path = f"{PATH}/{{appointment_id:uuid}}"

    @get("/", name="appointment.show", **operator(*READING))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """When, where, with whom; the reading is noted."""
        row = await appointment_row(work, operator, appointment_id)
        return await _appointment_page(request, work, operator, row)

    @post("/disdetta", name="appointment.cancel", **operator(*DESK_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Cancel it: its place is free again."""
        await cancel_appointment(work, operator, CancelAppointment(appointment_id=appointment_id))
        return see_other(request, f"{PATH}/{appointment_id}?fatto=disdetto")


async def _appointment_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, row: DayRow
) -> Response[Any]:
    offices = await office_names(work, [row.office_id])
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "appointments/show.html",
        row=row,
        day_url=f"{PATH}?giorno={day_of(row.starts_at).isoformat()}&ufficio={row.office_id}",
        office=offices[row.office_id].name if row.office_id in offices else "",
        manner=sentence(HOME if row.manner is Manner.HOME else row.manner.label),
        language=BY_CODE[row.language].native_name if row.language in BY_CODE else row.language,
        may_change=row.may_change and operator.has(*DESK_ROLES),
        is_own=row.office_id == operator.office_id,
        done=done if done in DONE else "",
    )
