"""A week of some agendas: what is free, what is taken and by whom, what is closed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.queries.legal_calendar import calendar_for
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.queries.agendas.agendas_of import as_asked, readable_by
from domain.scheduling.queries.agendas.booked import BookedRow, booked_between
from domain.scheduling.queries.offered.agenda_times import OpenAgenda, agenda_times
from domain.scheduling.rules.taken import Span
from domain.scheduling.rules.week import laid_out

WEEK = 7
MOST = 20


@dataclass(frozen=True)
class WeekPlace:
    """A time of an agenda: places that are ``left`` and ``taken``; ``booked`` are those of which who asks may know."""

    agenda_id: UUID
    starts_at: datetime
    ends_at: datetime
    left: int
    taken: int
    is_closed: bool
    booked: tuple[BookedRow, ...] = ()


@dataclass(frozen=True)
class WeekSheet:
    """The days from Monday to Sunday, the names of those that are days off, and the times by hour."""

    days: tuple[date, ...]
    days_off: Mapping[date, Localised]
    places: Sequence[WeekPlace]


async def week_sheet(work: UnitOfWork, operator: Operator, agenda_ids: Sequence[UUID], starts_on: date) -> WeekSheet:
    """The seven days from ``starts_on`` of these agendas, at most 20 of those that the operator reads.

    A constant number of questions, however much is booked. Times that are over and stayed free are left out.
    """
    days = tuple(starts_on + timedelta(days=number) for number in range(WEEK))
    span = Span(midnight(days[0]), midnight(days[-1] + timedelta(days=1)))
    agendas = await _agendas(work, operator, agenda_ids)
    calendar = await calendar_for(work, agendas[0].ente_id if agendas else operator.ente_id)
    named = {day: one for day in days for one in calendar.holidays if one.weekday is None and one.is_on(day)}
    booked: dict[tuple[UUID, datetime], list[BookedRow]] = defaultdict(list)
    for row in await booked_between(work, [one.id for one in agendas], *span):
        booked[row.agenda_id, row.starts_at].append(row)
    places = [
        WeekPlace(
            agenda_id=agenda.agenda_id,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            left=one.seats - one.taken if one.starts_at > work.now else 0,
            taken=one.taken,
            is_closed=one.is_closed,
            booked=tuple(booked[agenda.agenda_id, one.starts_at]),
        )
        for agenda in (await agenda_times(work, agendas, days, span, None) if agendas else [])
        for day in days
        for one in laid_out(agenda, day)
        if one.taken or one.starts_at > work.now
    ]
    places.sort(key=lambda one: one.starts_at)
    return WeekSheet(days, {day: one.name for day, one in named.items()}, places)


async def _agendas(work: UnitOfWork, operator: Operator, agenda_ids: Sequence[UUID]) -> Sequence[OpenAgenda]:
    if not agenda_ids:
        return []
    wanted = select(Agenda).where(col(Agenda.id).in_(agenda_ids), readable_by(operator))
    ordered = wanted.order_by(col(Agenda.name), col(Agenda.id)).limit(MOST)
    return [as_asked(one) for one in (await work.session.exec(ordered)).all()]
