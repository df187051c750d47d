"""What the civil registry says otherwise than we do: of everybody, and of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.model.difference import Difference
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.people import person
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus

MOST_DECIDED = 50


@dataclass(frozen=True)
class ListedDifference:
    """One line of the list: of whom and about what; not what it says."""

    person_id: UUID
    full_name: str
    kind: DifferenceKind
    status: DifferenceStatus
    found_on: date


@dataclass(frozen=True)
class DifferenceRow:
    """One difference whole: ``held`` is ours, ``told`` the registry's, by field; ``decided_by`` an operator."""

    id: UUID
    kind: DifferenceKind
    name: str
    held: Mapping[str, Any] = field(repr=False)
    told: Mapping[str, Any] = field(repr=False)
    starts_on: date | None
    found_on: date
    status: DifferenceStatus
    decided_by: str
    decided_at: datetime | None
    decision_reason: str


async def listed_differences(
    work: UnitOfWork,
    operator: Operator,
    *,
    kind: DifferenceKind | None = None,
    status: DifferenceStatus = DifferenceStatus.OPEN,
    page: int = 1,
) -> Page[ListedDifference]:
    """Those of the people of whom ``operator`` may know: deaths first, then the oldest. None without a desk role."""
    if not operator.has(*DESK_ROLES):
        return Page([], 1, PAGE_SIZE, 0)
    mine = [col(Difference.ente_id).in_(operator.enti), col(Difference.status) == status, visible_to(operator)]
    if kind is not None:
        mine.append(col(Difference.kind) == kind)
    joined = sa.join(Difference, Person, col(Person.id) == col(Difference.person_id))  # pyright: ignore
    total = (await work.session.exec(select(sa.func.count(col(Difference.id))).select_from(joined).where(*mine))).one()
    first = sa.case({DifferenceKind.DEATH: 0}, value=col(Difference.kind), else_=1)
    wanted = (
        select(Difference, Person)
        .join(Person, col(Person.id) == col(Difference.person_id))
        .where(*mine)
        .order_by(first, col(Difference.found_on), col(Difference.id))
        .offset(offset_of(page))
        .limit(PAGE_SIZE)
    )
    rows = [
        ListedDifference(known.id, known.full_name, one.kind, one.status, one.found_on)
        for one, known in (await work.session.exec(wanted)).all()
    ]
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def open_differences(work: UnitOfWork, operator: Operator) -> int:
    """How many wait for a decision, of people of whom ``operator`` may know; one question, none without a desk role."""
    if not operator.has(*DESK_ROLES):
        return 0
    joined = sa.join(Difference, Person, col(Person.id) == col(Difference.person_id))  # pyright: ignore
    waiting = [col(Difference.status) == DifferenceStatus.OPEN, col(Difference.ente_id).in_(operator.enti)]
    counted = select(sa.func.count(col(Difference.id))).select_from(joined).where(*waiting, visible_to(operator))
    return (await work.session.exec(counted)).one()


async def differences_of(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[DifferenceRow]:
    """All that wait for a decision, a death first, then the latest fifty decided. Refuses NotFound.

    Who calls notes the reading: they are part of a larger page.
    """
    await person(work, operator, person_id)
    if not operator.has(*DESK_ROLES):
        raise NotFound
    mine = select(Difference).where(col(Difference.person_id) == person_id)
    waiting = (await work.session.exec(mine.where(col(Difference.status) == DifferenceStatus.OPEN))).all()
    latest = mine.where(col(Difference.status) != DifferenceStatus.OPEN).order_by(col(Difference.decided_at).desc())
    decided = (await work.session.exec(latest.limit(MOST_DECIDED))).all()
    order = list(DifferenceKind)
    ordered = [*sorted(waiting, key=lambda one: (order.index(one.kind), one.name)), *decided]
    called = await operator_names(work, {one.decided_by_id for one in ordered if one.decided_by_id})
    return [_row(one, called) for one in ordered]


def _row(one: Difference, called: Mapping[UUID, str]) -> DifferenceRow:
    return DifferenceRow(
        id=one.id,
        kind=one.kind,
        name=one.name,
        held=one.held,
        told=one.told,
        starts_on=one.starts_on,
        found_on=one.found_on,
        status=one.status,
        decided_by=called.get(one.decided_by_id, "") if one.decided_by_id else "",
        decided_at=one.decided_at,
        decision_reason=one.decision_reason,
    )
