"""The review list: pairs of records that look like one person's, the likeliest first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.merge import DuplicateCandidate
from domain.registry.model.person import Person
from domain.registry.permissions import may_merge, visible_to
from domain.registry.rules.duplicate_reasons import DuplicateReason
from domain.registry.terms.records import DuplicateStatus


@dataclass(frozen=True)
class PairSide:
    """What the list shows of a record."""

    full_name: str
    born_on: date | None
    codice_fiscale: str | None


@dataclass(frozen=True)
class DuplicateRow:
    """A pair, how alike the two are (up to 100) and why."""

    id: UUID
    first: PairSide
    second: PairSide
    score: int
    reasons: tuple[DuplicateReason, ...]
    status: DuplicateStatus
    found_at: datetime
    decided_at: datetime | None


async def duplicates(
    work: UnitOfWork, operator: Operator, status: DuplicateStatus = DuplicateStatus.OPEN, page: int = 1
) -> Page[DuplicateRow]:
    """A page of the pairs in ``status``; only pairs both of whose records ``operator`` may know of.

    Open pairs whose records were joined to others meanwhile are left out. Two questions. Refuses NotAllowed.
    """
    if not may_merge(operator):
        raise NotAllowed
    first: Any = aliased(Person)
    second: Any = aliased(Person)
    both = select(Person.id).where(visible_to(operator))
    shown = [
        col(DuplicateCandidate.ente_id).in_(operator.enti),
        col(DuplicateCandidate.status) == status,
        first.id.in_(both),
        second.id.in_(both),
    ]
    if status is not DuplicateStatus.MERGED:
        shown += [col(first.same_as_id).is_(None), col(second.same_as_id).is_(None)]
    pairs = (
        sa.select(DuplicateCandidate, first, second, sa.func.count().over())
        .join(first, first.id == col(DuplicateCandidate.first_id))
        .join(second, second.id == col(DuplicateCandidate.second_id))
        .where(*shown)
        .order_by(col(DuplicateCandidate.score).desc(), col(DuplicateCandidate.id))
    )
    shown_ones = pairs.offset(offset_of(page)).limit(PAGE_SIZE)
    found: Any = (await work.session.exec(shown_ones)).all()  # pyright: ignore[reportArgumentType, reportCallIssue]
    rows = [_row(*row[:3]) for row in found]
    total = found[0][3] if found else 0
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def pair_of(
    work: UnitOfWork, operator: Operator, candidate_id: UUID, *, for_update: bool = False
) -> DuplicateCandidate:
    """The pair, locked when it is to be decided. Refuses NotAllowed without the role, NotFound."""
    if not may_merge(operator):
        raise NotAllowed
    statement = select(DuplicateCandidate).where(
        col(DuplicateCandidate.id) == candidate_id, col(DuplicateCandidate.ente_id).in_(operator.enti)
    )
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None or len(await _known(work, operator, found)) < 2:
        raise NotFound
    return found


async def _known(work: UnitOfWork, operator: Operator, pair: DuplicateCandidate) -> list[UUID]:
    both = col(Person.id).in_((pair.first_id, pair.second_id))
    return list((await work.session.exec(select(Person.id).where(both, visible_to(operator)))).all())


def _row(pair: DuplicateCandidate, first: Person, second: Person) -> DuplicateRow:
    return DuplicateRow(
        id=pair.id,
        first=PairSide(first.full_name, first.born_on, first.codice_fiscale),
        second=PairSide(second.full_name, second.born_on, second.codice_fiscale),
        score=pair.score,
        reasons=tuple(DuplicateReason(reason) for reason in pair.reasons),
        status=pair.status,
        found_at=pair.created_at,
        decided_at=pair.decided_at,
    )
