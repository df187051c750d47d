"""How it went: how long people waited, who did not come, in which languages and from where they booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.queries.measures.measured_offices import is_rounded_for
from domain.scheduling.rules.measures import counted, share
from domain.scheduling.terms import AppointmentState, Way

MOST = 1000
WHY = "counts of appointments"


@dataclass(frozen=True)
class PastMeasure:
    """An office, for a need or for all; ``median_days`` from booking to appointment, ``absent_share`` of a hundred."""

    office_id: UUID
    need_id: UUID | None
    is_whole: bool
    booked: int
    median_days: int | None
    done: int
    absent: int
    absent_share: int | None


@dataclass(frozen=True)
class PastCounts:
    """Appointments by language of the person and by where they were booked, the most first."""

    by_language: Sequence[tuple[str, int]]
    by_way: Sequence[tuple[Way, int]]


async def past_measures(
    work: UnitOfWork, operator: Operator, office_ids: Sequence[UUID], from_on: date, to_on: date
) -> Sequence[PastMeasure]:
    """Each office as a whole, then its needs, for the appointments of the days from and to, included; one question.

    ``office_ids`` are those that ``measured_offices`` gave to this operator.
    """
    office, need, state = col(Appointment.office_id), col(Appointment.need_id), col(Appointment.state)
    waited = sa.extract("epoch", col(Appointment.starts_at) - col(Appointment.created_at)) / 86_400
    is_whole = sa.func.grouping(need)
    statement: Any = (
        sa.select(
            office,
            need,
            is_whole,
            sa.func.count(),
            sa.func.percentile_cont(0.5).within_group(waited),
            sa.func.count().filter(state == AppointmentState.DONE),
            sa.func.count().filter(state == AppointmentState.ABSENT),
        )
        .where(*_asked(office_ids, from_on, to_on))
        .group_by(sa.func.grouping_sets(sa.tuple_(office), sa.tuple_(office, need)))
        .order_by(office, is_whole.desc(), sa.func.count().desc(), need)
        .limit(MOST)
    )
    async with as_the_program(work, WHY):
        found = (await work.session.exec(statement)).all()
    return [_measure(operator, row) for row in found]


async def past_counts(
    work: UnitOfWork, operator: Operator, office_ids: Sequence[UUID], from_on: date, to_on: date
) -> PastCounts:
    """The same appointments by language and by way; one question."""
    language, way = col(Appointment.language), col(Appointment.way)
    statement: Any = (
        sa.select(language, way, sa.func.count())
        .where(*_asked(office_ids, from_on, to_on))
        .group_by(sa.func.grouping_sets(sa.tuple_(language), sa.tuple_(way)))
        .order_by(sa.func.count().desc(), language, way)
        .limit(MOST)
    )
    async with as_the_program(work, WHY):
        found = (await work.session.exec(statement)).all()
    few = any(is_rounded_for(operator, office_id) for office_id in office_ids)
    return PastCounts(
        by_language=[(words, counted(count, is_rounded=few)) for words, one, count in found if one is None],
        by_way=[(Way(one), counted(count, is_rounded=few)) for words, one, count in found if words is None],
    )


def _asked(office_ids: Sequence[UUID], from_on: date, to_on: date) -> list[Any]:
    return [
        col(Appointment.office_id).in_(office_ids),
        col(Appointment.starts_at) >= midnight(from_on),
        col(Appointment.starts_at) < midnight(to_on + timedelta(days=1)),
        col(Appointment.state).not_in([AppointmentState.OFFERED, AppointmentState.CANCELLED]),
    ]


def _measure(operator: Operator, row: Any) -> PastMeasure:
    office_id, need_id, whole, booked, days, done, absent = row
    few = is_rounded_for(operator, office_id)
    return PastMeasure(
        office_id=office_id,
        need_id=need_id,
        is_whole=bool(whole),
        booked=counted(booked, is_rounded=few),
        median_days=None if days is None or not counted(booked, is_rounded=few) else int(float(days) + 0.5),
        done=counted(done, is_rounded=few),
        absent=counted(absent, is_rounded=few),
        absent_share=share(absent, done + absent, is_rounded=few),
    )
