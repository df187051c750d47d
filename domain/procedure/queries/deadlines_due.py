"""The proceedings that wait for an answer of the office, by their last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import visible_to
from domain.procedure.queries.definitions import State, definitions
from domain.procedure.terms import Clock

SOON = timedelta(days=7)


@dataclass(frozen=True)
class DueFilter:
    """What is looked for: of an office, of somebody, due by a day included, in which state of the clock.

    Also of a service, asked in a language, waiting for a visa or not, or for somebody to take it (``is_free``).
    """

    until: date | None = None
    office_id: UUID | None = None
    responsible_id: UUID | None = None
    clock: Clock | None = None
    waits_for_visa: bool | None = None
    service_id: UUID | None = None
    language: str | None = None
    is_free: bool = False


@dataclass(frozen=True)
class DueRow:
    """A proceeding in a list. ``due_on`` is None, and comes last, while an endless pause stops the term.

    ``days_left`` is negative after the last day. Whose it is is an id: who shows a name notes that it is read.
    """

    id: UUID
    subject_id: UUID
    person_id: UUID
    state: State
    clock: Clock
    started_on: date
    due_on: date | None
    days_left: int | None
    office_id: UUID | None
    responsible_id: UUID | None
    responsible: str
    waits_for_visa: bool


async def deadlines_due(work: UnitOfWork, operator: Operator, wanted: DueFilter, page: int = 1) -> Page[DueRow]:
    """One page of what is not decided, the nearest last day first; three questions.

    Nothing for who does not work with proceedings.
    """
    statement: Any = (
        select(Proceeding, sa.func.count().over())
        .where(visible_to(operator), col(Proceeding.stopped_on).is_(None), *_asked(wanted))
        .order_by(col(Proceeding.due_on).asc().nulls_last(), col(Proceeding.id))
        .offset(offset_of(page))
        .limit(PAGE_SIZE)
    )
    found = (await work.session.exec(statement)).all()
    drawn = await definitions(work, [one.procedure_version_id for one, _total in found])
    people = {one.responsible_id for one, _total in found if one.responsible_id}
    called = await operator_names(work, people) if people else {}
    rows = [
        DueRow(
            id=one.id,
            subject_id=one.subject_id,
            person_id=one.person_id,
            state=drawn[one.procedure_version_id].state(one.state),
            clock=one.clock,
            started_on=one.started_on,
            due_on=one.due_on,
            days_left=(one.due_on - work.today).days if one.due_on else None,
            office_id=one.office_id,
            responsible_id=one.responsible_id,
            responsible=called.get(one.responsible_id, "") if one.responsible_id else "",
            waits_for_visa=one.visa_id is not None,
        )
        for one, _total in found
    ]
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)


def _asked(wanted: DueFilter) -> list[sa.ColumnElement[bool]]:
    asked: list[Any] = []
    for column, value in (
        (Proceeding.office_id, wanted.office_id),
        (Proceeding.responsible_id, wanted.responsible_id),
        (Proceeding.clock, wanted.clock),
        (Proceeding.service_id, wanted.service_id),
        (Proceeding.language, wanted.language),
    ):
        if value is not None:
            asked.append(col(column) == value)
    if wanted.until is not None:
        asked.append(col(Proceeding.due_on) <= wanted.until)
    if wanted.waits_for_visa is not None:
        visa = col(Proceeding.visa_id)
        asked.append(visa.is_not(None) if wanted.waits_for_visa else visa.is_(None))
    if wanted.is_free:
        asked.append(col(Proceeding.responsible_id).is_(None))
    return asked


@dataclass(frozen=True)
class DueCounts:
    """How many are not decided: in all, mine, of nobody, due within a week, and waiting for a visa."""

    all: int
    mine: int
    free: int
    soon: int
    visa: int


async def due_counts(work: UnitOfWork, operator: Operator) -> DueCounts:
    """One question."""
    mine = col(Proceeding.responsible_id) == operator.operator_id
    soon = col(Proceeding.due_on) <= work.today + SOON
    counted = [
        sa.func.count(),
        *(
            sa.func.count().filter(one)
            for one in (mine, col(Proceeding.responsible_id).is_(None), soon, col(Proceeding.visa_id).is_not(None))
        ),
    ]
    statement: Any = sa.select(*counted).where(visible_to(operator), col(Proceeding.stopped_on).is_(None))
    return DueCounts(*(await work.session.exec(statement)).one())
