"""All that says when agendas have time, in few questions however many agendas there are.

What is held is asked for the asked days alone: years of past appointments cost nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.organization.queries.enti import family_of
from domain.platform.work import UnitOfWork
from domain.procedure.queries.legal_calendar import calendars_for
from domain.scheduling.model.hold import ResourceHold, SeatHold
from domain.scheduling.model.opening import Closure, ExtraOpening, Opening
from domain.scheduling.model.resource import AgendaResource, Resource
from domain.scheduling.rules.slots import AgendaTime, Busy, Held, Someone, Span
from domain.scheduling.rules.stretches import Stretch, Weekly
from domain.scheduling.terms import Manner, ResourceKind, Way

LONGEST = timedelta(hours=8)
"""No appointment is longer (the need's own limit): what began before that is over."""
Closed = dict[UUID | None, list[Span]]
Taken = dict[UUID, list[tuple[UUID, int, int]]]


@dataclass(frozen=True)
class OpenAgenda:
    """An agenda of which the times are asked."""

    id: UUID
    ente_id: UUID
    office_id: UUID
    lead_minutes: int
    horizon_days: int


async def agenda_times(
    work: UnitOfWork,
    agendas: Sequence[OpenAgenda],
    days: Sequence[date],
    span: Span,
    interpreter_language: str | None,
) -> list[AgendaTime]:
    """When each of ``agendas`` has time on ``days``, which lie within ``span``. At most eleven questions."""
    ids, ente_ids = [one.id for one in agendas], {one.ente_id for one in agendas}
    stretches = await stretches_of(work, ids, days)
    resources = await _resources(work, ids)
    interpreters = await _interpreters(work, agendas, interpreter_language)
    everybody = {one for owned in resources.values() for one in owned} | {one for one, _office in interpreters}
    closed = await _closures(work, ente_ids, everybody, span)
    elsewhere = await _elsewhere(work, ids, span)
    held = await _seats(work, ids, span)
    taken = await _taken(work, [one for one, _office in interpreters], span)
    off = await _days_off(work, ente_ids, days)
    spoken = [(Someone(Busy(closed[one]), taken[one]), office_id) for one, office_id in interpreters]
    return [
        AgendaTime(
            agenda_id=one.id,
            stretches=stretches[one.id],
            closed=Busy(_closed(one, resources[one.id], closed) + elsewhere[one.id]),
            held=Held.of_seconds(*held.get(one.id, ((), ()))),
            interpreters=[who for who, office_id in spoken if office_id in (None, one.office_id)]
            if interpreter_language
            else None,
            days_off=off[one.ente_id],
        )
        for one in agendas
    ]


def _closed(agenda: OpenAgenda, resources: Iterable[UUID], closed: Closed) -> list[Span]:
    owners = (agenda.ente_id, agenda.office_id, agenda.id, *resources)
    return [span for owner in owners for span in closed[owner]]


async def stretches_of(
    work: UnitOfWork, agenda_ids: Sequence[UUID], days: Sequence[date]
) -> Mapping[UUID, list[Stretch]]:
    """The stretches of each agenda that may fall on ``days``; two questions."""
    found: dict[UUID, list[Stretch]] = defaultdict(list)
    columns: Any = sa.inspect(Opening).columns
    weekly = sa.select(*columns).where(col(Opening.agenda_id).in_(agenda_ids)).order_by(col(Opening.opening_time))
    for one in (await (await work.session.connection()).execute(weekly)).all():
        found[one.agenda_id].append(weekly_stretch(one))
    extra = select(ExtraOpening).where(
        col(ExtraOpening.agenda_id).in_(agenda_ids), col(ExtraOpening.opens_on).between(days[0], days[-1])
    )
    for one in (await work.session.exec(extra.order_by(col(ExtraOpening.opening_time)))).all():
        found[one.agenda_id].append(extra_stretch(one))
    return found


def weekly_stretch(row: Any) -> Stretch:
    """A row of ``Opening``, or of its columns, as the rules know it."""
    starts_on = row.valid_during.lower or date.min
    return Stretch(
        when=Weekly(row.weekday, starts_on, row.valid_during.upper, row.every_weeks),
        opening_time=row.opening_time,
        closing_time=row.closing_time,
        step_minutes=row.step_minutes,
        gap_minutes=row.gap_minutes,
        seats=row.seats,
        manners=_manners(tuple(row.manners)),
        ways=_ways(tuple(row.ways)),
        released_hours=row.released_hours,
    )


def extra_stretch(row: ExtraOpening) -> Stretch:
    """A row of one day as the rules know it."""
    return Stretch(
        when=row.opens_on,
        opening_time=row.opening_time,
        closing_time=row.closing_time,
        step_minutes=row.step_minutes,
        gap_minutes=row.gap_minutes,
        seats=row.seats,
        manners=_manners(tuple(row.manners)),
        ways=_ways(tuple(row.ways)),
    )


@lru_cache(maxsize=64)
def _manners(words: tuple[str, ...]) -> tuple[Manner, ...]:
    return tuple(map(Manner, words))


@lru_cache(maxsize=64)
def _ways(words: tuple[str, ...]) -> frozenset[Way]:
    return frozenset(map(Way, words))


async def _resources(work: UnitOfWork, agenda_ids: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    wanted = select(AgendaResource.agenda_id, AgendaResource.resource_id).where(
        col(AgendaResource.agenda_id).in_(agenda_ids)
    )
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for agenda_id, resource_id in (await work.session.exec(wanted)).all():
        found[agenda_id].append(resource_id)
    return found


async def _interpreters(
    work: UnitOfWork, agendas: Sequence[OpenAgenda], language: str | None
) -> Sequence[tuple[UUID, UUID | None]]:
    """Those of the same ambito who speak ``language``, and of which office alone they are, if of one."""
    if not language:
        return []
    family = await family_of(work, agendas[0].ente_id)
    wanted = select(Resource.id, Resource.office_id).where(
        col(Resource.ente_id).in_(family),
        col(Resource.kind) == ResourceKind.INTERPRETER,
        col(Resource.is_offered),
        sa.literal(language) == sa.any_(col(Resource.languages)),
    )
    return (await work.session.exec(wanted.order_by(col(Resource.name)))).all()


async def _closures(work: UnitOfWork, ente_ids: Iterable[UUID], resource_ids: Iterable[UUID], span: Span) -> Closed:
    wanted = select(Closure).where(
        sa.or_(col(Closure.ente_id).in_(set(ente_ids)), col(Closure.resource_id).in_(set(resource_ids))),
        col(Closure.ends_at) > span.starts_at,
        col(Closure.starts_at) < span.ends_at,
    )
    found: Closed = defaultdict(list)
    for one in (await work.session.exec(wanted)).all():
        whose = one.resource_id or one.agenda_id or one.office_id or one.ente_id
        found[whose].append(Span(one.starts_at, one.ends_at))
    return found


def seats_held(agenda_ids: Sequence[UUID], span: Span) -> sa.Select[UUID, Sequence[int], Sequence[int]]:
    """Which agenda, from which seconds, to which: the statement whose cost must not grow with the past.

    A row for each agenda, numbers in arrays: for a month of many agendas, a row for each place took most of the time.
    """
    starts, ends = (_seconds(one) for one in (SeatHold.starts_at, SeatHold.ends_at))
    return (
        sa.select(col(SeatHold.agenda_id), sa.func.array_agg(starts), sa.func.array_agg(ends))
        .where(col(SeatHold.agenda_id).in_(agenda_ids), *_within(SeatHold.starts_at, span))
        .group_by(col(SeatHold.agenda_id))
    )


def _seconds(column: datetime) -> sa.ColumnElement[int]:
    return sa.cast(sa.func.date_part("epoch", col(column)), sa.BigInteger)


async def _seats(
    work: UnitOfWork, agenda_ids: Sequence[UUID], span: Span
) -> Mapping[UUID, tuple[Sequence[int], Sequence[int]]]:
    rows = (await (await work.session.connection()).execute(seats_held(agenda_ids, span))).all()
    return {agenda_id: (starts, ends) for agenda_id, starts, ends in rows}


async def _elsewhere(work: UnitOfWork, agenda_ids: Sequence[UUID], span: Span) -> Mapping[UUID, list[Span]]:
    """When what an agenda takes is taken by another: with its own, people share it."""
    wanted = (
        sa.select(col(AgendaResource.agenda_id), col(ResourceHold.starts_at), col(ResourceHold.ends_at))
        .join(ResourceHold, col(ResourceHold.resource_id) == col(AgendaResource.resource_id))
        .where(
            col(AgendaResource.agenda_id).in_(agenda_ids),
            col(ResourceHold.agenda_id) != col(AgendaResource.agenda_id),
            *_within(ResourceHold.starts_at, span),
        )
    )
    found: dict[UUID, list[Span]] = defaultdict(list)
    for agenda_id, starts_at, ends_at in (await (await work.session.connection()).execute(wanted)).all():
        found[agenda_id].append(Span(starts_at, ends_at))
    return found


async def _taken(work: UnitOfWork, resource_ids: Sequence[UUID], span: Span) -> Taken:
    found: Taken = defaultdict(list)
    if not resource_ids:
        return found
    starts, ends = (_seconds(one) for one in (ResourceHold.starts_at, ResourceHold.ends_at))
    wanted = sa.select(col(ResourceHold.resource_id), col(ResourceHold.agenda_id), starts, ends).where(
        col(ResourceHold.resource_id).in_(resource_ids), *_within(ResourceHold.starts_at, span)
    )
    for resource_id, agenda_id, first, last in (await (await work.session.connection()).execute(wanted)).all():
        found[resource_id].append((agenda_id, first, last))
    return found


def _within(column: datetime, span: Span) -> tuple[sa.ColumnElement[bool], ...]:
    """What began early enough to be still going on, and before the end: a range of an index."""
    return col(column) > span.starts_at - LONGEST, col(column) < span.ends_at


async def _days_off(work: UnitOfWork, ente_ids: Iterable[UUID], days: Sequence[date]) -> Mapping[UUID, frozenset[date]]:
    """Holidays and patron saints. Which weekdays are worked is what the week of the agenda says."""
    calendars = await calendars_for(work, ente_ids)
    found: dict[UUID, frozenset[date]] = {}
    for ente_id, calendar in calendars.items():
        dated = [one for one in calendar.holidays if one.weekday is None]
        found[ente_id] = frozenset(day for day in days if any(one.is_on(day) for one in dated))
    return found
