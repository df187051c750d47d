"""Which times of a series are free: told before anything is booked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.scheduling.permissions import may_receive
from domain.scheduling.queries.free_slots import MOST_DAYS, TimesWanted, free_slots
from domain.scheduling.rules.series import series
from domain.scheduling.terms import Manner, Way

MOST_TIMES = 12


@dataclass(frozen=True)
class SeriesAsked:
    """For what, in which agenda and how; from when, every how many weeks, how often (at most twelve times)."""

    need_id: UUID
    agenda_id: UUID
    starts_at: datetime
    every_weeks: int
    times: int
    way: Way
    manner: Manner
    interpreter_language: str | None = None
    interpreter_gender: str = ""


@dataclass(frozen=True)
class SeriesTime:
    """A time of the series, and whether it can be booked."""

    starts_at: datetime
    is_free: bool


async def series_times(work: UnitOfWork, operator: Operator, asked: SeriesAsked) -> list[SeriesTime]:
    """Each time of the series in order; free times are asked for two months at once. Refuses NotAllowed."""
    if not may_receive(operator):
        raise NotAllowed
    wanted = series(asked.starts_at, every_weeks=asked.every_weeks, times=min(asked.times, MOST_TIMES))
    free: set[datetime] = set()
    known_until = None
    for starts_at in wanted:
        day = day_of(starts_at)
        if known_until is not None and (day - known_until).days < MOST_DAYS:
            continue
        known_until = day
        found = await free_slots(
            work,
            TimesWanted(
                need_id=asked.need_id,
                agenda_ids=[asked.agenda_id],
                starts_on=day,
                days=MOST_DAYS,
                way=asked.way,
                manner=asked.manner,
                interpreter_language=asked.interpreter_language,
                interpreter_gender=asked.interpreter_gender,
            ),
        )
        free |= {slot.starts_at for slot in found}
    return [SeriesTime(one, one in free) for one in wanted]
