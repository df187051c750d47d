"""The stretches of agendas, as the rules know them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.opening import ExtraOpening, Opening
from domain.scheduling.rules.stretches import Stretch, Weekly
from domain.scheduling.terms import Manner, Way


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
