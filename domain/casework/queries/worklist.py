"""What waits for an operator: the applications of the cases in reach, the nearest term of the law first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.case import Case, CaseApplication
from domain.casework.permissions import within_reach
from domain.casework.rules.urgency import DUE_SOON, NO_URGENCY, UrgencyMark, urgency
from domain.casework.terms import CaseStatus, Urgency, View
from domain.intake.queries.applications_to_check import ApplicationRow, applications_by_id
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.text import Text
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.names import NameRow, names

ViewName = Literal["new", "mine", "due", "all"]
ADULT_AGE = 18


@dataclass(frozen=True)
class WorklistRow:
    """An application in its case. ``due_on`` is the last day for the answer, ``days_left`` is negative after it, and
    None when nobody waits for the answer any more."""

    case_id: UUID
    number: int
    application_id: UUID
    person_id: UUID
    full_name: str
    born_on: date | None
    age: int | None
    is_minor: bool
    service_title: str
    protocollo: str | None
    submitted_at: datetime
    due_on: date
    days_left: int | None
    mark: UrgencyMark
    status: CaseStatus
    is_waiting: bool
    responsible: str | None

    @property
    def urgency(self) -> Urgency:
        """How soon somebody must look at it."""
        return self.mark.level

    @property
    def urgency_reason(self) -> Text | None:
        """Why, to be read beside the mark."""
        return self.mark.reason


@dataclass(frozen=True)
class WorklistCounts:
    """How many rows each view has."""

    new: int
    mine: int
    due: int
    all: int


async def worklist(
    work: UnitOfWork, operator: Operator, *, view: ViewName = "new", search: str = "", page: int = 1
) -> Page[WorklistRow]:
    """One page of a view, searched by name, codice fiscale or case number; empty for who reads no cases.

    Sorted where it is kept: what is still open first, the nearest term, then the longest wait. At most five questions,
    however long the list is.
    """
    rows = await _page(work, operator, View(view), await _found(work, operator, search), page)
    total = rows[0][2] if rows else 0
    people = await names(work, [entry.person_id for _, entry, _ in rows])
    applications = await applications_by_id(work, operator, [entry.application_id for _, entry, _ in rows])
    colleagues = await operator_names(work, [case.responsible_id for case, _, _ in rows if case.responsible_id])
    shown = [
        _row(case, entry, people[entry.person_id], applications.get(entry.application_id), colleagues, work.today)
        for case, entry, _ in rows
        if entry.person_id in people
    ]
    return Page(shown, max(1, page), PAGE_SIZE, total)


async def worklist_counts(work: UnitOfWork, operator: Operator, *, search: str = "") -> WorklistCounts:
    """How many rows each view has for the same search; one question more when something is searched."""
    counted = [sa.func.count().filter(_in_view(view, operator, work.today)) for view in View]
    statement = (
        sa.select(*counted).select_from(CaseApplication).join(Case, col(Case.id) == col(CaseApplication.case_id))
    )
    found = await work.session.exec(statement.where(await _found(work, operator, search)))  # pyright: ignore[reportArgumentType, reportCallIssue]
    return WorklistCounts(**dict(zip((view.value for view in View), found.one(), strict=True)))


async def _page(
    work: UnitOfWork, operator: Operator, view: View, found: sa.ColumnElement[bool], page: int
) -> Sequence[tuple[Case, CaseApplication, int]]:
    statement = (
        select(Case, CaseApplication, sa.func.count().over())
        .join(CaseApplication, col(CaseApplication.case_id) == col(Case.id))
        .where(_in_view(view, operator, work.today), found)
        .order_by(
            col(CaseApplication.is_open).desc(),
            col(CaseApplication.due_on),
            col(CaseApplication.submitted_at),
            col(CaseApplication.id),
        )
        .offset(offset_of(page))
        .limit(PAGE_SIZE)
    )
    return (await work.session.exec(statement)).all()


async def _found(work: UnitOfWork, operator: Operator, search: str) -> sa.ColumnElement[bool]:
    reach = within_reach(operator, CaseApplication.ente_id)
    if not search.strip():
        return reach
    found = col(CaseApplication.person_id).in_(await ids_found(work, operator, search))
    if search.strip().isdecimal() and len(search.strip()) < 9:
        found = sa.or_(found, col(Case.number) == int(search))
    return sa.and_(reach, found)


def _in_view(view: View, operator: Operator, today: date) -> sa.ColumnElement[bool]:
    is_open = col(CaseApplication.is_open)
    match view:
        case View.NEW:
            return sa.and_(is_open, col(CaseApplication.taken_at).is_(None))
        case View.MINE:
            return sa.and_(is_open, col(Case.responsible_id) == operator.operator_id)
        case View.DUE:
            return sa.and_(is_open, col(CaseApplication.due_on) <= today + DUE_SOON)
        case View.ALL:
            return sa.true()


def _row(
    case: Case,
    entry: CaseApplication,
    person: NameRow,
    application: ApplicationRow | None,
    colleagues: dict[UUID, str],
    today: date,
) -> WorklistRow:
    age = person.age_on(today)
    return WorklistRow(
        case_id=case.id,
        number=case.number,
        application_id=entry.application_id,
        person_id=entry.person_id,
        full_name=person.full_name,
        born_on=person.born_on,
        age=age,
        is_minor=age is not None and age < ADULT_AGE,
        service_title=application.title.in_(SOURCE.code) if application else "",
        protocollo=application.protocollo if application else None,
        submitted_at=entry.submitted_at,
        due_on=entry.due_on,
        days_left=entry.days_left(today),
        mark=urgency(entry.due_on, today, age=age, is_waiting=entry.is_waiting) if entry.is_open else NO_URGENCY,
        status=case.status,
        is_waiting=entry.is_waiting,
        responsible=colleagues.get(case.responsible_id) if case.responsible_id else None,
    )
