"""Who is expected at a time that an agenda would not offer today: the week has changed since they booked."""

from collections.abc import Sequence
from datetime import timedelta

from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.agendas.agenda_sheet import AgendaSheet
from domain.scheduling.queries.agendas.booked import BookedRow, booked_between
from domain.scheduling.queries.offered.stretches_of import stretches_of
from domain.scheduling.rules.week import fits

AHEAD = timedelta(days=400)


async def outside_week(work: UnitOfWork, sheet: AgendaSheet) -> Sequence[BookedRow]:
    """The standing appointments to come of the agenda that fit no stretch any more, by hour; four questions.

    Those booked in urgency between two times are here too: they fit none either. Of the next 1000 appointments.
    """
    booked = await booked_between(work, [sheet.id], work.now, work.now + AHEAD, also_past=False)
    if not booked:
        return []
    days = [day_of(booked[0].starts_at), day_of(booked[-1].starts_at)]
    stretches = (await stretches_of(work, [sheet.id], days))[sheet.id]
    return [one for one in booked if not fits(stretches, one.starts_at, one.ends_at)]
