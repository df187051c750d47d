"""The times of a series that were seen free are booked: all of them, or none."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, post

from backoffice.appointments.booking import Repeated, booking_in
from backoffice.appointments.booking_page import booking_page
from backoffice.appointments.day_page import PATH
from backoffice.appointments.series_page import series_page
from backoffice.next_appointments.origin import after_booking
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.book_appointment import BookAppointment
from domain.scheduling.actions.booking.book_series import BookSeries, book_series
from web.access import operator
from web.forms import Form, attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class SeriesController(Controller):
    """Series of appointments."""

    path = f"{PATH}/serie"

    @post("/", name="appointment.series", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Book those that were seen; when one was taken meanwhile the series is shown again as it is now."""
        form, rhythm = await booking_in(request), (await bind(request, Repeated)).command
        if form.command is None or rhythm is None:
            return await booking_page(request, work, operator, form, status=422)
        if await attempt(work, operator, form, _book(_starts(form)), "slot"):
            back = after_booking(str(form.value("da")), is_known=True)
            return see_other(request, back or f"{PATH}/{form.answer[0]}?fatto=serie")
        return await series_page(request, work, operator, form, rhythm, status=422)


def _starts(form: Form[Any]) -> tuple[datetime, ...]:
    given = form.value("starts")
    texts = given if isinstance(given, list) else [given]
    return tuple(datetime.fromisoformat(text) for text in texts if _is_instant(text))


def _is_instant(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _book(starts: tuple[datetime, ...]) -> Any:
    async def book(work: UnitOfWork, operator: Operator, first: BookAppointment) -> Any:
        return await book_series(work, operator, BookSeries(first=first, starts=starts or (first.starts_at,)))

    return book
