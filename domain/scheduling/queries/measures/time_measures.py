"""How agendas stand: how far the first free time is, and how much of the time is used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.clock import day_of, midnight
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed, Need
from domain.scheduling.queries.agendas.agendas_of import as_asked
from domain.scheduling.queries.offered.agenda_times import OpenAgenda, agenda_times
from domain.scheduling.rules.measures import first_slot, held_minutes, offered_minutes, share
from domain.scheduling.rules.slots import AgendaTime, Asked
from domain.scheduling.rules.taken import Span
from domain.scheduling.terms import Manner, Way

DAY = timedelta(days=1)
AHEAD = 62
MOST = 200
MOST_DAYS = 92
HUNDRED = 100


@dataclass(frozen=True)
class FirstFree:
    """When an office has its first place for a need, and in how many days; None: not in the next 62."""

    office_id: UUID
    need_id: UUID
    need: Mapping[str, str]
    starts_at: datetime | None
    days: int | None


async def first_free_times(work: UnitOfWork, office_ids: Sequence[UUID]) -> Sequence[FirstFree]:
    """For each office and each need that its open agendas have time for; at most 200 agendas, a constant number of
    questions. As the portal offers, or as the desk does for what is not booked there. Free times are no secret."""
    wanted = (
        select(Agenda, Need)
        .join(AgendaNeed, col(AgendaNeed.agenda_id) == col(Agenda.id))
        .join(Need, col(Need.id) == col(AgendaNeed.need_id))
        .where(col(Agenda.office_id).in_(office_ids), col(Agenda.is_open), col(Need.is_offered))
        .order_by(col(Agenda.office_id), col(Need.position), col(Need.slug), col(Agenda.id))
    )
    rows = (await work.session.exec(wanted)).all()
    agendas = {one.id: as_asked(one) for one, _need in rows}
    days = [work.today + number * DAY for number in range(AHEAD)]
    times = await _times(work, list(agendas.values())[:MOST], days)
    found: dict[tuple[UUID, UUID], FirstFree] = {}
    for agenda, need in rows:
        if agenda.id not in times:
            continue
        slot = first_slot(times[agenda.id], _asked(agenda, need, work.now), days)
        key, starts_at = (agenda.office_id, need.id), slot.starts_at if slot else None
        before = found.get(key)
        if before is None or (starts_at and (before.starts_at is None or starts_at < before.starts_at)):
            away = (day_of(starts_at) - work.today).days if starts_at else None
            found[key] = FirstFree(agenda.office_id, need.id, need.name, starts_at, away)
    return list(found.values())


async def used_shares(
    work: UnitOfWork, office_ids: Sequence[UUID], from_on: date, to_on: date
) -> Mapping[UUID, int | None]:
    """Of a hundred minutes of places that each office offered, how many were held; None where none was offered.

    Of at most 92 days from ``from_on`` and 200 agendas; a constant number of questions.
    """
    days = [from_on + number * DAY for number in range(min((to_on - from_on).days + 1, MOST_DAYS))]
    wanted = select(Agenda).where(col(Agenda.office_id).in_(office_ids)).order_by(col(Agenda.id)).limit(MOST)
    agendas = [as_asked(one) for one in (await work.session.exec(wanted)).all()]
    times = await _times(work, agendas, days)
    offered: dict[UUID, int] = dict.fromkeys(office_ids, 0)
    held: dict[UUID, int] = dict.fromkeys(office_ids, 0)
    for agenda in agendas:
        offered[agenda.office_id] += offered_minutes(times[agenda.id], days)
        held[agenda.office_id] += held_minutes(times[agenda.id])
    shares = {office_id: share(held[office_id], offered[office_id]) for office_id in office_ids}
    return {office_id: None if one is None else min(HUNDRED, one) for office_id, one in shares.items()}


async def _times(work: UnitOfWork, agendas: Sequence[OpenAgenda], days: Sequence[date]) -> dict[UUID, AgendaTime]:
    if not agendas or not days:
        return {}
    span = Span(midnight(days[0]), midnight(days[-1] + DAY))
    return {one.agenda_id: one for one in await agenda_times(work, agendas, days, span, None)}


def _asked(agenda: Agenda, need: Need, now: datetime) -> Asked:
    manners = tuple(Manner(word) for word in need.manners)
    if not need.is_online:
        return Asked(need.minutes, manners, Way.DESK, now, now, now + (AHEAD + 1) * DAY)
    last = midnight(day_of(now) + (agenda.horizon_days + 1) * DAY)
    return Asked(need.minutes, manners, Way.ONLINE, now, now + timedelta(minutes=agenda.lead_minutes), last)
