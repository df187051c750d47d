"""What takes the time of agendas and of who receives, on the asked days alone: years of past cost nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold, SeatHold
from domain.scheduling.model.opening import Closure
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.rules.taken import Span

LONGEST = timedelta(hours=8)
"""No appointment is longer (the need's own limit): what began before that is over."""
Closed = dict[UUID | None, list[Span]]
Taken = dict[UUID, list[tuple[UUID, int, int]]]


async def closures(work: UnitOfWork, ente_ids: Iterable[UUID], resource_ids: Iterable[UUID], span: Span) -> Closed:
    """What is closed, by whose it is: a resource, an agenda, an office or the whole ente."""
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


async def seats(
    work: UnitOfWork, agenda_ids: Sequence[UUID], span: Span
) -> Mapping[UUID, tuple[Sequence[int], Sequence[int]]]:
    """When the places of each agenda that are taken begin and end, in seconds."""
    rows = (await (await work.session.connection()).execute(seats_held(agenda_ids, span))).all()
    return {agenda_id: (starts, ends) for agenda_id, starts, ends in rows}


async def elsewhere(work: UnitOfWork, agenda_ids: Sequence[UUID], span: Span) -> Mapping[UUID, list[Span]]:
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


async def resources_taken(work: UnitOfWork, resource_ids: Sequence[UUID], span: Span) -> Taken:
    """By which agenda each resource is taken, from which second to which."""
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
