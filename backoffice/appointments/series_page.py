"""A series before it is booked: which of its times are free."""

from typing import Any, Protocol

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.book_appointment import BookAppointment
from domain.scheduling.queries.day.series_times import SeriesAsked, series_times
from web.forms import Form
from web.rendering import page

CARRIED = (
    "need_id",
    "person_id",
    "way",
    "manner",
    "given_name",
    "family_name",
    "phone",
    "email",
    "language",
    "interpreter_language",
    "interpreter_gender",
    "note",
    "wants_reminders",
    "is_hidden",
    "slot",
    "every_weeks",
    "times",
    "da",
)


class Rhythm(Protocol):
    """Every how many weeks, and how often."""

    every_weeks: int
    times: int


async def series_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[BookAppointment],
    rhythm: Rhythm,
    *,
    status: int = 200,
) -> Response[Any]:
    """Each time, free or not, with a button that books those that are free."""
    first = form.command
    assert first is not None
    asked = SeriesAsked(
        need_id=first.need_id,
        agenda_id=first.agenda_id,
        starts_at=first.starts_at,
        every_weeks=rhythm.every_weeks,
        times=rhythm.times,
        way=first.way,
        manner=first.manner,
        interpreter_language=first.interpreter_language,
        interpreter_gender=first.interpreter_gender,
    )
    rows = await series_times(work, operator, asked)
    carried = {name: form.value(name) for name in CARRIED if form.value(name)}
    free = [row for row in rows if row.is_free]
    return page(request, "appointments/series.html", status=status, form=form, rows=rows, free=free, carried=carried)
