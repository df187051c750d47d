"""The checks of plans that wait, by their day: for who makes them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_check import CarePlanCheck
from domain.casework.permissions import follows_within
from domain.casework.terms.care_plans import PLAN_KINDS
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.codes import code_labels
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

SOON = timedelta(days=30)


@dataclass(frozen=True)
class CheckFilter:
    """Whose, and of which office; ``is_soon``: late, or within thirty days."""

    is_mine: bool = True
    is_soon: bool = True
    office_id: UUID | None = None


@dataclass(frozen=True)
class DueRow:
    """A check that waits: of whose plan, for which day; ``days_left`` is negative when it is late."""

    check_id: UUID
    plan_id: UUID
    full_name: str
    kind: str
    responsible: str
    due_on: date
    days_left: int


async def checks_due(work: UnitOfWork, operator: Operator, wanted: CheckFilter, page: int = 1) -> Page[DueRow]:
    """One page, the nearest day first; nothing for who does not follow cases."""
    asked: list[Any] = [follows_within(operator, CarePlanCheck.ente_id), col(CarePlanCheck.done_on).is_(None)]
    if wanted.is_mine:
        asked.append(col(CarePlan.responsible_id) == operator.operator_id)
    if wanted.office_id is not None:
        asked.append(col(CarePlan.office_id) == wanted.office_id)
    if wanted.is_soon:
        asked.append(col(CarePlanCheck.due_on) <= work.today + SOON)
    statement: Any = (
        select(CarePlanCheck, CarePlan, sa.func.count().over())
        .join(CarePlan, col(CarePlan.id) == col(CarePlanCheck.plan_id))
        .where(*asked)
        .order_by(col(CarePlanCheck.due_on), col(CarePlanCheck.id))
        .offset(offset_of(page))
        .limit(PAGE_SIZE)
    )
    found = (await work.session.exec(statement)).all()
    if not found:
        return Page([], max(1, page), PAGE_SIZE, 0)
    people = await names(work, {plan.person_id for _check, plan, _total in found})
    called = await operator_names(work, {plan.responsible_id for _check, plan, _total in found})
    labels = await code_labels(work, operator.ente_id, {(PLAN_KINDS, plan.kind) for _check, plan, _total in found})
    rows = [
        DueRow(
            check_id=check.id,
            plan_id=plan.id,
            full_name=people[plan.person_id].full_name,
            kind=labels.get((PLAN_KINDS, plan.kind)) or plan.kind,
            responsible=called.get(plan.responsible_id, ""),
            due_on=check.due_on,
            days_left=(check.due_on - work.today).days,
        )
        for check, plan, _total in found
        if plan.person_id in people
    ]
    return Page(rows, max(1, page), PAGE_SIZE, found[0][2])
