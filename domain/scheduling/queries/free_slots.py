"""When somebody can be received: the free times of agendas for a need. Nothing here is personal: anybody may ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.clock import day_of, midnight
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed, Need
from domain.scheduling.queries.offered.agenda_times import OpenAgenda, agenda_times
from domain.scheduling.queries.offered.interpreting import WantedInterpreter
from domain.scheduling.rules.slots import Asked, slots
from domain.scheduling.rules.stretches import LATEST
from domain.scheduling.rules.taken import Span
from domain.scheduling.rules.wall_time import DAY
from domain.scheduling.terms import Manner, Way

MOST_DAYS = 62
FIRST_DAYS = 7


class FreeSlot(NamedTuple):
    """A free time of an agenda; ``manners`` are how one can meet then, ``seats_left`` how many people still can."""

    agenda_id: UUID
    office_id: UUID
    starts_at: datetime
    ends_at: datetime
    manners: tuple[Manner, ...]
    seats_left: int


@dataclass(frozen=True)
class TimesWanted:
    """The free times of ``days`` days (at most 62) from ``starts_on`` of all agendas that have time for the need.

    Or of ``agenda_ids`` alone, or of those of ``office_ids``. ``language``: whoever receives speaks it;
    ``interpreter_language``: an interpreter is free too, of ``interpreter_gender`` where one is wanted. Without a need
    there are none.
    """

    need_id: UUID | None
    way: Way
    starts_on: date
    days: int
    agenda_ids: Sequence[UUID] | None = None
    office_ids: Sequence[UUID] | None = None
    manner: Manner | None = None
    language: str | None = None
    interpreter_language: str | None = None
    interpreter_gender: str = ""
    is_step_free: bool = False


async def free_slots(work: UnitOfWork, wanted: TimesWanted) -> Sequence[FreeSlot]:
    """By when they begin. Online, nothing sooner than the agenda's lead and later than its horizon; else nothing begun.

    At most fourteen questions, whose cost grows with the answer and what is held in those days.
    """
    need = (await work.session.exec(select(Need).where(col(Need.id) == wanted.need_id))).one_or_none()
    if need is None or not need.is_offered or (wanted.way is Way.ONLINE and not need.is_online):
        return []
    narrowed = [
        col(Agenda.id).in_(wanted.agenda_ids) if wanted.agenda_ids is not None else sa.true(),
        col(Agenda.office_id).in_(wanted.office_ids) if wanted.office_ids is not None else sa.true(),
        sa.literal(wanted.language) == sa.any_(col(Agenda.languages)) if wanted.language else sa.true(),
        col(Agenda.is_step_free) if wanted.is_step_free else sa.true(),
    ]
    agendas = await _agendas(work, need.id, narrowed)
    days = [wanted.starts_on + number * DAY for number in range(min(wanted.days, MOST_DAYS))]
    if not agendas or not days:
        return []
    span = Span(midnight(days[0]), midnight(days[-1] + DAY))
    found: list[FreeSlot] = []
    interpreter = (
        WantedInterpreter(wanted.interpreter_language, wanted.interpreter_gender)
        if wanted.interpreter_language
        else None
    )
    times = await agenda_times(work, agendas, days, span, interpreter)
    for agenda, time in zip(agendas, times, strict=True):
        from_at, before_at = _limits(agenda, wanted.way, work.now)
        asked = Asked(
            need.minutes, tuple(map(Manner, need.manners)), wanted.way, work.now, from_at, before_at, wanted.manner
        )
        found += [FreeSlot(agenda.id, agenda.office_id, *slot) for slot in slots(time, asked, days)]
    found.sort(key=_begins)
    return found


async def first_free(work: UnitOfWork, wanted: TimesWanted) -> FreeSlot | None:
    """The first of them, looked for a week first and then longer, beyond 62 days too; None when there is none."""
    done, long = 0, FIRST_DAYS
    while done < wanted.days:
        long = min(long, wanted.days - done)
        found = await free_slots(work, replace(wanted, starts_on=wanted.starts_on + done * DAY, days=long))
        if found:
            return found[0]
        done, long = done + long, min(long * 4, MOST_DAYS)
    return None


def _begins(slot: FreeSlot) -> datetime:
    return slot.starts_at


async def _agendas(work: UnitOfWork, need_id: UUID, narrowed: Sequence[sa.ColumnElement[bool]]) -> Sequence[OpenAgenda]:
    wanted = (
        sa.select(
            col(Agenda.id),
            col(Agenda.ente_id),
            col(Agenda.office_id),
            col(Agenda.lead_minutes),
            col(Agenda.horizon_days),
        )
        .join(AgendaNeed, col(AgendaNeed.agenda_id) == col(Agenda.id))
        .where(col(AgendaNeed.need_id) == need_id, col(Agenda.is_open), *narrowed)
        .order_by(col(Agenda.name), col(Agenda.id))
    )
    return [OpenAgenda(*row) for row in (await (await work.session.connection()).execute(wanted)).all()]


def _limits(agenda: OpenAgenda, way: Way, now: datetime) -> tuple[datetime, datetime]:
    """From when, and before when, something may begin."""
    if way is not Way.ONLINE:
        return now, LATEST
    last = day_of(now) + agenda.horizon_days * DAY
    return now + timedelta(minutes=agenda.lead_minutes), midnight(last + DAY)
