"""What becomes of an appointment on its day, by one button each."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.appointments.day_page import PATH, back_to
from domain.kernel.roles import DESK_ROLES
from domain.reception.actions.arrivals.open_for_appointment import OpenForAppointment, open_for_appointment
from domain.reception.actions.arrivals.receive_appointment import ReceiveAppointment, receive_appointment
from domain.reception.actions.arrivals.take_back_arrival import TakeBackArrival, take_back_arrival
from domain.scheduling.actions.booking.say_late import SayLate, say_late
from domain.scheduling.actions.day.mark_absent import MarkAbsent, mark_absent
from domain.scheduling.actions.day.mark_done import MarkDone, mark_done
from web.access import operator
from web.forms import bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class SheetQuery(BaseModel):
    """The sheet from which a button was pressed, to come back to it."""

    query: str = ""


class AppointmentArrivalController(Controller):
    """Somebody who has an appointment is there."""

    path = f"{PATH}/{{appointment_id:uuid}}"

    @post("/arrivo", name="appointment.arrival", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """They get a number, and wait with everybody else."""
        form = await bind(request, SheetQuery)
        number = await receive_appointment(work, operator, ReceiveAppointment(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"numero": str(number)}))

    @post("/ripensamento", name="appointment.arrival.undo", **operator(*DESK_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take back the last thing that was noted."""
        form = await bind(request, SheetQuery)
        await take_back_arrival(work, operator, TakeBackArrival(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"fatto": "annullato"}))


class AppointmentEndController(Controller):
    """An appointment was held."""

    path = f"{PATH}/{{appointment_id:uuid}}"

    @post("/fine", name="appointment.end", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Note that it was held."""
        form = await bind(request, SheetQuery)
        await mark_done(work, operator, MarkDone(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"fatto": "svolto"}))


class AbsenceController(Controller):
    """Nobody came to an appointment."""

    path = f"{PATH}/{{appointment_id:uuid}}"

    @post("/assenza", name="appointment.absence", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Note that nobody came."""
        form = await bind(request, SheetQuery)
        await mark_absent(work, operator, MarkAbsent(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"fatto": "assente"}))


class DelayController(Controller):
    """Somebody has let the office know that they are late."""

    path = f"{PATH}/{{appointment_id:uuid}}"

    @post("/ritardo", name="appointment.delay", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Note it."""
        form = await bind(request, SheetQuery)
        await say_late(work, operator, SayLate(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"fatto": "ritardo"}))


class AppointmentSheetController(Controller):
    """The contact sheet of an appointment."""

    path = f"{PATH}/{{appointment_id:uuid}}/scheda"

    @post("/", name="appointment.sheet", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """Open it with what is known already."""
        sheet_id = await open_for_appointment(work, operator, OpenForAppointment(appointment_id=appointment_id))
        return see_other(request, f"/accoglienza/schede/{sheet_id}/modifica")
