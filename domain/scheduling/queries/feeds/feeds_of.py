"""The calendars that an operator may read elsewhere: the own one, and those of the rooms of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.calendar import BusySource, Feed
from domain.scheduling.model.resource import Resource
from domain.scheduling.terms import ResourceKind

MOST = 50


@dataclass(frozen=True)
class FeedRow:
    """A private address that works: who made it when, and on which day somebody last read it."""

    id: UUID
    has_names: bool
    made_at: datetime
    last_read_on: date | None


@dataclass(frozen=True)
class FedResource:
    """An operator or a room, the address under which their calendar is read, and the calendar read for busy times."""

    id: UUID
    kind: ResourceKind
    name: str
    feed: FeedRow | None
    source_id: UUID | None
    read_at: datetime | None
    problem: str


async def feeds_of(work: UnitOfWork, operator: Operator) -> list[FedResource]:
    """The operator's own, then the rooms of the office in use; at most MOST. Two questions."""
    wanted = (
        select(Resource, BusySource)
        .outerjoin(BusySource, col(BusySource.resource_id) == col(Resource.id))
        .where(_may_read(operator), col(Resource.is_offered))
        .order_by(col(Resource.kind) != ResourceKind.OPERATOR, col(Resource.name))
        .limit(MOST)
    )
    found = (await work.session.exec(wanted)).all()
    feeds = await _feeds(work, operator, [resource.id for resource, _source in found])
    return [
        FedResource(
            resource.id,
            resource.kind,
            resource.name,
            feeds.get(resource.id),
            source.id if source else None,
            source.read_at if source else None,
            source.problem if source else "",
        )
        for resource, source in found
    ]


async def resource_to_feed(work: UnitOfWork, operator: Operator, resource_id: UUID) -> Resource:
    """The own one, or a room of the office. Refuses NotFound for any other."""
    wanted = select(Resource).where(col(Resource.id) == resource_id, _may_read(operator))
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


def _may_read(operator: Operator) -> sa.ColumnElement[bool]:
    own = col(Resource.operator_id) == operator.operator_id
    room = sa.and_(col(Resource.kind) == ResourceKind.ROOM, col(Resource.office_id) == operator.office_id)
    return sa.and_(col(Resource.ente_id) == operator.ente_id, sa.or_(own, room))


async def _feeds(work: UnitOfWork, operator: Operator, resource_ids: Sequence[UUID]) -> dict[UUID, FeedRow]:
    if not resource_ids:
        return {}
    wanted = select(Feed).where(
        col(Feed.resource_id).in_(resource_ids),
        col(Feed.made_by_id) == operator.operator_id,
        col(Feed.revoked_at).is_(None),
    )
    return {
        one.resource_id: FeedRow(one.id, one.has_names, one.created_at, one.last_read_on)
        for one in (await work.session.exec(wanted)).all()
    }
