"""What becomes of an appointment on its day, by one button each."""

from typing import Any, NamedTuple
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.appointments.day_page import PATH, back_to
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.reception.actions.arrivals.open_for_appointment import OpenForAppointment, open_for_appointment
from domain.reception.actions.arrivals.receive_appointment import ReceiveAppointment, receive_appointment
from domain.reception.actions.arrivals.take_back_arrival import TakeBackArrival, take_back_arrival
from domain.scheduling.actions.booking.say_late import SayLate, say_late
from domain.scheduling.actions.day.mark_absent import MarkAbsent, mark_absent
from domain.scheduling.actions.day.mark_done import MarkDone, mark_done
from web.access import operator
from web.forms import Action, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DayMark(NamedTuple):
    """What a button does, what that asks for, and the word by which the sheet of the day says that it is done."""

    action: Action
    command: type[BaseModel]
    said: str


MARKS = {
    "fine": DayMark(mark_done, MarkDone, "svolto"),
    "assenza": DayMark(mark_absent, MarkAbsent, "assente"),
    "ritardo": DayMark(say_late, SayLate, "ritardo"),
    "ripensamento": DayMark(take_back_arrival, TakeBackArrival, "annullato"),
}
"""By the last word of the address. Each command asks for the appointment alone."""


class SheetQuery(BaseModel):
    """The sheet from which a button was pressed, to come back to it."""

    query: str = ""


class AppointmentArrivalController(Controller):
    """Somebody who has an appointment is there."""

    path = f"{PATH}/{{appointment_id:uuid}}/arrivo"

    @post("/", name="appointment.arrival", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, appointment_id: FromPath[UUID]
    ) -> Response[Any]:
        """They get a number, and wait with everybody else."""
        form = await bind(request, SheetQuery)
        number = await receive_appointment(work, operator, ReceiveAppointment(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"numero": str(number)}))


class DayMarkController(Controller):
    """What came of an appointment: it was held, nobody came, they are late; or it was noted by mistake."""

    path = f"{PATH}/{{appointment_id:uuid}}/{{word:str}}"

    @post("/", name="appointment.mark", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        appointment_id: FromPath[UUID],
        word: FromPath[str],
    ) -> Response[Any]:
        """Note it, or take back the last thing that was noted."""
        if (mark := MARKS.get(word)) is None:
            raise NotFound
        form = await bind(request, SheetQuery)
        await mark.action(work, operator, mark.command(appointment_id=appointment_id))
        return see_other(request, back_to(form.value("query"), {"fatto": mark.said}))


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
