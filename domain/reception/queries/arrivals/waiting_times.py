"""Who waits now, and how long people waited: by office and day, under the same filter as the list of contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.kernel.rounding import rounded
from domain.platform.work import UnitOfWork
from domain.reception.model.arrival import Arrival
from domain.reception.model.sheet import ContactSheet
from domain.reception.permissions import known_to, may_only_count, may_work_at_desk
from domain.reception.queries.sheets.sheet_filter import SheetFilter, where
from domain.reception.rules.waiting import minutes_between
from domain.reception.terms.arrivals import ArrivalStatus
from domain.reception.terms.sheets import SheetView

MOST = 300


@dataclass(frozen=True)
class WaitingNow:
    """An office in which somebody waits; ``longest`` in minutes, None where the number is too small to be told."""

    office_id: UUID
    waiting: int
    longest: int | None


@dataclass(frozen=True)
class WaitingTime:
    """An office on a day, or on all days (None). Minutes from check-in to call, None where they may not be told."""

    office_id: UUID
    day: date | None
    arrived: int
    called: int
    left: int
    median: int | None
    longest: int | None


async def waiting_now(work: UnitOfWork, operator: Operator, wanted: SheetFilter) -> Sequence[WaitingNow]:
    """The offices of the filter where numbers of today wait; one question. Refuses NotAllowed."""
    asked = [_in_reach(operator), col(Arrival.arrived_on) == work.today, col(Arrival.status) == ArrivalStatus.WAITING]
    if wanted.office_id:
        asked.append(col(Arrival.office_id) == wanted.office_id)
    counted = sa.func.count()
    statement: Any = sa.select(col(Arrival.office_id), counted, sa.func.min(col(Arrival.arrived_at)))
    statement = statement.where(*asked).group_by(col(Arrival.office_id)).order_by(counted.desc())
    shown, is_told = _shown(operator)
    return [
        WaitingNow(office_id, shown(count), minutes_between(first, work.now) if is_told(count) else None)
        for office_id, count, first in (await work.session.exec(statement)).all()
    ]


async def waiting_times(work: UnitOfWork, operator: Operator, wanted: SheetFilter) -> Sequence[WaitingTime]:
    """Each office as a whole, then its days, the latest first; one question, at most 300 rows. Refuses NotAllowed."""
    office, day = col(Arrival.office_id), col(Arrival.arrived_on)
    waited = sa.extract("epoch", col(Arrival.called_at) - col(Arrival.arrived_at)) / 60
    statement: Any = (
        sa.select(
            office,
            day,
            sa.func.count(),
            sa.func.count(col(Arrival.called_at)),
            sa.func.count().filter(col(Arrival.status) == ArrivalStatus.LEFT),
            sa.func.percentile_cont(0.5).within_group(waited),
            sa.func.max(waited),
        )
        .where(_in_reach(operator), *_asked(work, operator, wanted))
        .group_by(sa.func.grouping_sets(sa.tuple_(office), sa.tuple_(office, day)))
        .order_by(day.desc().nulls_first(), office)
        .limit(MOST)
    )
    shown, is_told = _shown(operator)
    return [
        WaitingTime(
            office_id=office_id,
            day=on_day,
            arrived=shown(arrived),
            called=shown(called),
            left=shown(left),
            median=_minutes(median) if is_told(called) else None,
            longest=_minutes(longest) if is_told(called) else None,
        )
        for office_id, on_day, arrived, called, left, median, longest in (await work.session.exec(statement)).all()
    ]


def _in_reach(operator: Operator) -> Any:
    """The enti in reach; the third sector knows only of its own office."""
    if operator.has(*DESK_ROLES) or may_only_count(operator):
        return col(Arrival.ente_id).in_(operator.enti)
    if may_work_at_desk(operator):
        return col(Arrival.office_id) == operator.office_id
    raise NotAllowed


def _asked(work: UnitOfWork, operator: Operator, wanted: SheetFilter) -> list[Any]:
    """The filter. What only a sheet can answer is asked of the sheet; the number of a hidden one counts for few."""
    same = col(ContactSheet.id) == col(Arrival.sheet_id)
    asked: list[Any] = []
    if wanted.office_id:
        asked.append(col(Arrival.office_id) == wanted.office_id)
    if wanted.from_on:
        asked.append(col(Arrival.arrived_on) >= wanted.from_on)
    if wanted.to_on:
        asked.append(col(Arrival.arrived_on) <= wanted.to_on)
    if wanted.looks_inside or wanted.view is not SheetView.ALL:
        asked.append(sa.exists(select(ContactSheet.id).where(same, where(operator, wanted, work.today))))
    else:
        shown = sa.or_(sa.not_(col(ContactSheet.is_hidden)), known_to(operator))
        asked.append(sa.or_(col(Arrival.sheet_id).is_(None), sa.exists(select(ContactSheet.id).where(same, shown))))
    return asked


def _shown(operator: Operator) -> tuple[Any, Any]:
    """How a count is shown, and whether minutes are told beside it: never of one or two people to who only counts."""
    return (rounded, rounded) if may_only_count(operator) else (int, bool)


def _minutes(found: Any) -> int | None:
    return None if found is None else int(float(found) + 0.5)
