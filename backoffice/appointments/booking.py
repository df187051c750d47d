"""An operator books for somebody, by telephone or at the desk: once, or the same hour again."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from pydantic import BaseModel, Field

from backoffice.appointments.asked_times import slot_in
from backoffice.appointments.booking_page import booking_page
from backoffice.appointments.day_page import PATH
from backoffice.appointments.series_page import series_page
from backoffice.next_appointments.origin import after_booking
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.queries.day.door import knows_appointment
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work

NEW = f"{PATH}/nuovo"
CHOOSE = _("Scegli un orario.")
OFTEN = 12
ONCE = "0"


class Repeated(BaseModel):
    """Every how many weeks, and how often."""

    every_weeks: int = Field(ge=1, le=8)
    times: int = Field(ge=2, le=OFTEN)


class BookingController(Controller):
    """Appointments that operators book."""

    path = NEW

    @get("/", name="appointment.new", **operator(*DESK_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who and why, then the first free times."""
        return await booking_page(request, work, operator, show())

    @post("/", name="appointment.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Book the time that was chosen; a series is shown first, with what is not possible."""
        form = await booking_in(request)
        if form.value("every_weeks") not in ("", ONCE) and form.command is not None:
            repeated = await bind(request, Repeated)
            if repeated.command is not None:
                return await series_page(request, work, operator, form, repeated.command)
            form.errors |= repeated.errors
        elif await attempt(work, operator, form, book_appointment, "slot"):
            is_known = await knows_appointment(work, operator, form.answer)
            booked = f"{PATH}/{form.answer}?fatto=prenotato" if is_known else f"{NEW}?fatto=altrove"
            return see_other(request, after_booking(str(form.value("da")), is_known=is_known) or booked)
        return await booking_page(request, work, operator, form, status=422)


async def booking_in(request: Request[Any, Any, Any]) -> Form[BookAppointment]:
    """What is to be booked, as the page says it; without a time that was chosen, what is missing."""
    given = await typed(request)
    chosen = slot_in(str(given.value("slot")))
    ticked = {name: bool(given.value(name)) for name in ("wants_reminders", "wants_earlier", "is_hidden")}
    when = {"agenda_id": chosen[0], "starts_at": chosen[1]} if chosen else {}
    form = await bind(request, BookAppointment, **when, **ticked)
    for name in ("agenda_id", "starts_at"):
        form.errors.pop(name, None)
    return form if chosen else form.refuse({"slot": CHOOSE})
