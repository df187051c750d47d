"""All that is written about an agenda: what it is for, what it takes, its weeks, its further hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, AgendaNeed
from domain.scheduling.model.opening import ExtraOpening, Opening
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.permissions import may_keep_agendas
from domain.scheduling.queries.agendas.agendas_of import readable_by
from domain.scheduling.terms import Manner, Way

MOST = 200


@dataclass(frozen=True)
class OpeningRow:
    """A stretch of a weekday, from the first day in which it holds to the day after the last one."""

    weekday: int
    opening_time: time
    closing_time: time
    every_weeks: int
    step_minutes: int
    gap_minutes: int
    seats: int
    manners: tuple[Manner, ...]
    ways: tuple[Way, ...]
    released_hours: int | None
    holds_from: date | None
    holds_before: date | None

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` is one of the days in which it holds."""
        return (self.holds_from is None or self.holds_from <= day) and (
            self.holds_before is None or day < self.holds_before
        )


@dataclass(frozen=True)
class ExtraRow:
    """A stretch of one day besides the week."""

    id: UUID
    opens_on: date
    opening_time: time
    closing_time: time
    step_minutes: int
    gap_minutes: int
    seats: int
    manners: tuple[Manner, ...]


@dataclass(frozen=True)
class AgendaSheet:
    """An agenda as who looks after it changes it; only openings and extra hours of today and later are here."""

    id: UUID
    ente_id: UUID
    office_id: UUID
    name: str
    place: str
    is_step_free: bool
    languages: tuple[str, ...]
    lead_minutes: int
    horizon_days: int
    cancel_minutes: int
    is_open: bool
    version: int
    may_change: bool
    need_ids: tuple[UUID, ...]
    resource_ids: tuple[UUID, ...]
    openings: tuple[OpeningRow, ...]
    extra_openings: tuple[ExtraRow, ...]

    def week_on(self, day: date) -> tuple[OpeningRow, ...]:
        """The week that holds on ``day``, by weekday and hour."""
        return tuple(one for one in self.openings if one.holds_on(day))

    def changes_after(self, day: date) -> tuple[date, ...]:
        """The days after ``day`` from which another week holds."""
        turns = {turn for one in self.openings for turn in (one.holds_from, one.holds_before)}
        return tuple(sorted(turn for turn in turns if turn is not None and turn > day))


async def agenda_sheet(work: UnitOfWork, operator: Operator, agenda_id: UUID) -> AgendaSheet:
    """The agenda ``agenda_id``; five questions. Refuses NotFound, also for an agenda of others."""
    found = (await work.session.exec(select(Agenda).where(col(Agenda.id) == agenda_id, readable_by(operator)))).first()
    if found is None:
        raise NotFound
    needs = select(AgendaNeed.need_id).where(col(AgendaNeed.agenda_id) == agenda_id).limit(MOST)
    resources = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id) == agenda_id).limit(MOST)
    return AgendaSheet(
        id=found.id,
        ente_id=found.ente_id,
        office_id=found.office_id,
        name=found.name,
        place=found.place,
        is_step_free=found.is_step_free,
        languages=tuple(found.languages),
        lead_minutes=found.lead_minutes,
        horizon_days=found.horizon_days,
        cancel_minutes=found.cancel_minutes,
        is_open=found.is_open,
        version=found.version,
        may_change=may_keep_agendas(operator, found.ente_id, found.office_id),
        need_ids=tuple((await work.session.exec(needs)).all()),
        resource_ids=tuple((await work.session.exec(resources)).all()),
        openings=tuple(await _openings(work, agenda_id)),
        extra_openings=tuple(await _extra(work, agenda_id)),
    )


async def _openings(work: UnitOfWork, agenda_id: UUID) -> Sequence[OpeningRow]:
    last = sa.func.coalesce(sa.func.upper(col(Opening.valid_during)), sa.text("'infinity'::date"))
    wanted = select(Opening).where(col(Opening.agenda_id) == agenda_id, last > work.today)
    ordered = wanted.order_by(col(Opening.weekday), col(Opening.opening_time), col(Opening.valid_during)).limit(MOST)
    return [
        OpeningRow(
            weekday=one.weekday,
            opening_time=one.opening_time,
            closing_time=one.closing_time,
            every_weeks=one.every_weeks,
            step_minutes=one.step_minutes,
            gap_minutes=one.gap_minutes,
            seats=one.seats,
            manners=tuple(Manner(word) for word in one.manners),
            ways=tuple(Way(word) for word in one.ways),
            released_hours=one.released_hours,
            holds_from=one.valid_during.lower,
            holds_before=one.valid_during.upper,
        )
        for one in (await work.session.exec(ordered)).all()
    ]


async def _extra(work: UnitOfWork, agenda_id: UUID) -> Sequence[ExtraRow]:
    wanted = select(ExtraOpening).where(
        col(ExtraOpening.agenda_id) == agenda_id, col(ExtraOpening.opens_on) >= work.today
    )
    ordered = wanted.order_by(col(ExtraOpening.opens_on), col(ExtraOpening.opening_time)).limit(MOST)
    return [
        ExtraRow(
            id=one.id,
            opens_on=one.opens_on,
            opening_time=one.opening_time,
            closing_time=one.closing_time,
            step_minutes=one.step_minutes,
            gap_minutes=one.gap_minutes,
            seats=one.seats,
            manners=tuple(Manner(word) for word in one.manners),
        )
        for one in (await work.session.exec(ordered)).all()
    ]
