"""An agenda laid out over a day as who works in it looks at it: free, taken and closed times, whoever may book them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from domain.kernel.clock import day_of
from domain.scheduling.rules.slots import AgendaTime
from domain.scheduling.rules.stretches import Stretch

NO_GAP = timedelta(0)


class LaidOut(NamedTuple):
    """A time of an agenda: of ``seats`` places, ``taken`` are held; ``is_closed`` when nobody else is received then."""

    starts_at: datetime
    ends_at: datetime
    seats: int
    taken: int
    is_closed: bool


def laid_out(agenda: AgendaTime, day: date) -> list[LaidOut]:
    """The times of ``day``, in order. What is held outside the week is there too: changed weeks undo nothing."""
    found: dict[datetime, LaidOut] = {}
    for stretch in stretches_on(agenda, day):
        for starts_at, ends_at, _is_aligned in stretch.places(day, stretch.step_minutes):
            taken = agenda.held.seats_taken(starts_at, ends_at, NO_GAP)
            if taken is None or starts_at in found:
                continue
            is_closed = agenda.closed.meets(starts_at, ends_at)
            found[starts_at] = LaidOut(starts_at, ends_at, max(stretch.seats, taken), taken, is_closed)
    for starts_at, ends_at in zip(agenda.held.starts, agenda.held.ends, strict=True):
        if starts_at not in found and day_of(starts_at) == day:
            count = agenda.held.count[starts_at]
            found[starts_at] = LaidOut(starts_at, ends_at, count, count, is_closed=False)
    return [found[starts_at] for starts_at in sorted(found)]


def stretches_on(agenda: AgendaTime, day: date) -> Iterable[Stretch]:
    """The stretches of ``day``: on a day off only those that are extra."""
    is_off = day in agenda.days_off
    return (one for one in agenda.stretches if one.is_on(day) and (not is_off or isinstance(one.when, date)))


def fits(stretches: Iterable[Stretch], starts_at: datetime, ends_at: datetime) -> bool:
    """Whether an appointment is one that the stretches would offer today; hours and length count, not who booked."""
    day, minutes = day_of(starts_at), int((ends_at - starts_at).total_seconds() // 60)
    return any(
        starts_at == begins
        for one in stretches
        if one.is_on(day)
        for begins, _ends, _is_aligned in one.places(day, minutes)
    )
