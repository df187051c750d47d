"""A closed time, for who keeps what is closed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.opening import Closure
from domain.scheduling.model.resource import Resource
from domain.scheduling.permissions import may_keep_agendas
from domain.scheduling.refusals import NotYourAgenda


@dataclass(frozen=True)
class ClosureRow:
    """What is closed, and from when to when; ``office_id`` is whose it is, None for the whole ente."""

    id: UUID
    ente_id: UUID
    office_id: UUID | None
    what: str
    starts_at: datetime
    ends_at: datetime
    reason: str


async def closure_to_keep(work: UnitOfWork, operator: Operator, closure_id: UUID) -> ClosureRow:
    """The closure. Refuses NotFound, and NotYourAgenda to who does not keep what is closed."""
    wanted = (
        select(Closure, Agenda, Resource)
        .outerjoin(Agenda, col(Agenda.id) == col(Closure.agenda_id))
        .outerjoin(Resource, col(Resource.id) == col(Closure.resource_id))
        .where(col(Closure.id) == closure_id, col(Closure.ente_id).in_(operator.enti))
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    closure, agenda, resource = found
    office_id = closure.office_id or (agenda.office_id if agenda else resource.office_id if resource else None)
    if not may_keep_agendas(operator, closure.ente_id, office_id):
        raise NotYourAgenda
    called = agenda.name if agenda else resource.name if resource else ""
    if not called and office_id is not None:
        called = (await office_names(work, [office_id]))[office_id].name
    return ClosureRow(
        closure.id, closure.ente_id, office_id, called, closure.starts_at, closure.ends_at, closure.reason
    )
