"""Which interpreters come along when appointments move."""

from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.resource import Resource
from domain.scheduling.terms import ResourceKind


async def kept_interpreters(work: UnitOfWork, appointment_ids: list[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """The interpreters that appointments hold."""
    wanted = (
        select(ResourceHold.appointment_id, ResourceHold.resource_id)
        .join(Resource, col(Resource.id) == col(ResourceHold.resource_id))
        .where(col(ResourceHold.appointment_id).in_(appointment_ids), col(Resource.kind) == ResourceKind.INTERPRETER)
    )
    found: dict[UUID, tuple[UUID, ...]] = {}
    for appointment_id, resource_id in (await work.session.exec(wanted)).all():
        found[appointment_id] = (*found.get(appointment_id, ()), resource_id)
    return found
