"""Plans in a list: of an office, of one's own, of a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_version import CarePlanVersion
from domain.casework.model.case import Case
from domain.casework.permissions import follows_within
from domain.casework.queries.cases import joined_cases
from domain.casework.terms.care_plans import PLAN_KINDS, PlanState, VersionState
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.codes import code_labels
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST_OF_A_CASE = 50


@dataclass(frozen=True)
class PlanFilter:
    """Which plans: only mine, in which state, of which kind; those that wait for a visa."""

    is_mine: bool = True
    state: PlanState | None = None
    kind: str = ""
    is_waiting_for_visa: bool = False


@dataclass(frozen=True)
class PlanRow:
    """A plan in a list."""

    id: UUID
    full_name: str
    kind: str
    state: PlanState
    responsible: str
    starts_on: date | None
    ends_on: date | None
    next_check_on: date | None
    is_late: bool


async def plan_list(work: UnitOfWork, operator: Operator, wanted: PlanFilter, page: int = 1) -> Page[PlanRow]:
    """One page, the newest first; nothing for who does not follow cases."""
    asked: list[Any] = [follows_within(operator, CarePlan.ente_id)]
    if wanted.is_mine:
        asked.append(col(CarePlan.responsible_id) == operator.operator_id)
    if wanted.state is not None:
        asked.append(col(CarePlan.state) == wanted.state)
    if wanted.kind:
        asked.append(col(CarePlan.kind) == wanted.kind)
    if wanted.is_waiting_for_visa:
        waits = select(CarePlanVersion.plan_id).where(
            col(CarePlanVersion.plan_id) == col(CarePlan.id),
            col(CarePlanVersion.state) == VersionState.PROPOSED,
            col(CarePlanVersion.is_visa_wanted),
            col(CarePlanVersion.visa_at).is_(None),
        )
        asked.append(sa.exists(waits))
    statement: Any = select(CarePlan, sa.func.count().over()).where(*asked)
    newest = statement.order_by(col(CarePlan.created_at).desc(), col(CarePlan.id))
    found = (await work.session.exec(newest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    rows = await _rows(work, [plan for plan, _total in found])
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)


async def plans_of_case(work: UnitOfWork, operator: Operator, case: Case) -> Sequence[PlanRow]:
    """The plans of a case that ``operator`` has come to through its door; nothing for who does not follow cases."""
    mine = select(CarePlan).where(
        col(CarePlan.case_id).in_(await joined_cases(work, case)), follows_within(operator, CarePlan.ente_id)
    )
    newest = mine.order_by(col(CarePlan.created_at).desc()).limit(MOST_OF_A_CASE)
    return await _rows(work, (await work.session.exec(newest)).all())


async def _rows(work: UnitOfWork, plans: Sequence[CarePlan]) -> list[PlanRow]:
    if not plans:
        return []
    people = await names(work, {one.person_id for one in plans})
    called = await operator_names(work, {one.responsible_id for one in plans})
    labels = await code_labels(work, plans[0].ente_id, {(PLAN_KINDS, one.kind) for one in plans})
    return [
        PlanRow(
            id=one.id,
            full_name=people[one.person_id].full_name,
            kind=labels.get((PLAN_KINDS, one.kind), one.kind),
            state=one.state,
            responsible=called.get(one.responsible_id, ""),
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            next_check_on=one.next_check_on,
            is_late=one.next_check_on is not None and one.next_check_on < work.today,
        )
        for one in plans
        if one.person_id in people
    ]
