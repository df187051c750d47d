"""When nobody is received, and who is expected meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.opening import Closure
from domain.scheduling.model.resource import Resource
from domain.scheduling.queries.agendas.booked import BookedRow, booked_between, booked_with

MOST = 500


@dataclass(frozen=True)
class ClosureRow:
    """A closure; at most one of office, agenda and resource is given, none means the whole ente."""

    id: UUID
    ente_id: UUID
    office_id: UUID | None
    agenda_id: UUID | None
    resource_id: UUID | None
    whose: str
    starts_at: datetime
    ends_at: datetime
    reason: str


async def closures_of(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[ClosureRow]:
    """The closures of the operator's ente that are not over, the next first; those read elsewhere are not here."""
    mine = sa.and_(
        col(Closure.ente_id) == operator.ente_id,
        col(Closure.ends_at) > work.now,
        col(Closure.source_id).is_(None),
    )
    total = (await work.session.exec(select(sa.func.count(col(Closure.id))).where(mine))).one()
    wanted = _named().where(mine).order_by(col(Closure.starts_at), col(Closure.id))
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page([_row(*one) for one in found], max(1, page), PAGE_SIZE, total)


async def closure_row(work: UnitOfWork, operator: Operator, closure_id: UUID) -> ClosureRow:
    """The closure ``closure_id`` of the operator's ente. Refuses NotFound."""
    wanted = _named().where(col(Closure.id) == closure_id, col(Closure.ente_id) == operator.ente_id)
    found = (await work.session.exec(wanted)).first()
    if found is None:
        raise NotFound
    return _row(*found)


async def booked_inside(
    work: UnitOfWork,
    operator: Operator,
    starts_at: datetime,
    ends_at: datetime,
    *,
    office_id: UUID | None = None,
    agenda_id: UUID | None = None,
    resource_id: UUID | None = None,
) -> Sequence[BookedRow]:
    """The standing appointments that begin while the ente, the office, the agenda or the resource is not there.

    Only those that the operator may see, at most 1000; three questions.
    """
    if resource_id is not None:
        return await booked_with(work, resource_id, starts_at, ends_at)
    wanted = select(Agenda.id).where(col(Agenda.ente_id) == operator.ente_id)
    if office_id is not None:
        wanted = wanted.where(col(Agenda.office_id) == office_id)
    if agenda_id is not None:
        wanted = wanted.where(col(Agenda.id) == agenda_id)
    agenda_ids = (await work.session.exec(wanted.limit(MOST))).all()
    return await booked_between(work, agenda_ids, starts_at, ends_at, also_past=False)


def _named() -> Any:
    return (
        select(Closure, Agenda.name, Resource.name)
        .outerjoin(Agenda, col(Agenda.id) == col(Closure.agenda_id))
        .outerjoin(Resource, col(Resource.id) == col(Closure.resource_id))
    )


def _row(one: Closure, agenda: str | None, resource: str | None) -> ClosureRow:
    return ClosureRow(
        id=one.id,
        ente_id=one.ente_id,
        office_id=one.office_id,
        agenda_id=one.agenda_id,
        resource_id=one.resource_id,
        whose=agenda or resource or "",
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        reason=one.reason,
    )
