"""What appointments may take besides a place: operators, rooms, interpreters of an ente."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.resource import Resource
from domain.scheduling.terms import Manner, ResourceKind

MOST = 500


@dataclass(frozen=True)
class ResourceRow:
    """A resource; of an interpreter also the languages, the gender and the cost of an hour in euro, where known."""

    id: UUID
    ente_id: UUID
    office_id: UUID | None
    kind: ResourceKind
    name: str
    operator_id: UUID | None
    languages: tuple[str, ...]
    gender: str
    manners: tuple[Manner, ...]
    is_step_free: bool
    hourly_cost: Decimal | None
    is_offered: bool


async def resources_of(work: UnitOfWork, operator: Operator, *, of_ambito: bool = False) -> Sequence[ResourceRow]:
    """The resources of the operator's ente, or of its ambito, by kind and name, at most 500; one question."""
    enti = operator.family if of_ambito else (operator.ente_id,)
    statement = select(Resource).where(col(Resource.ente_id).in_(enti))
    ordered = statement.order_by(col(Resource.is_offered).desc(), col(Resource.kind), col(Resource.name)).limit(MOST)
    return [_row(one) for one in (await work.session.exec(ordered)).all()]


async def resource_row(work: UnitOfWork, operator: Operator, resource_id: UUID) -> ResourceRow:
    """The resource ``resource_id`` of the operator's ente. Refuses NotFound."""
    statement = select(Resource).where(col(Resource.id) == resource_id, col(Resource.ente_id) == operator.ente_id)
    found = (await work.session.exec(statement)).first()
    if found is None:
        raise NotFound
    return _row(found)


def _row(one: Resource) -> ResourceRow:
    return ResourceRow(
        id=one.id,
        ente_id=one.ente_id,
        office_id=one.office_id,
        kind=one.kind,
        name=one.name,
        operator_id=one.operator_id,
        languages=tuple(one.languages),
        gender=one.gender,
        manners=tuple(Manner(word) for word in one.manners),
        is_step_free=one.is_step_free,
        hourly_cost=one.hourly_cost,
        is_offered=one.is_offered,
    )
