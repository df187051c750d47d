"""A calendar elsewhere is not read any more."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.model.calendar import BusySource
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.feeds.feeds_of import resource_to_feed


class RemoveBusySource(BaseModel):
    """Of whom, or of which room."""

    resource_id: UUID


async def remove_busy_source(work: UnitOfWork, operator: Operator, command: RemoveBusySource) -> None:
    """The times that were read from it are open again. Refuses NotFound for somebody else's."""
    resource = await resource_to_feed(work, operator, command.resource_id)
    wanted = select(BusySource).where(col(BusySource.resource_id) == resource.id)
    for kept in (await work.session.exec(wanted.with_for_update())).all():
        await work.session.exec(sa.delete(Closure).where(col(Closure.source_id) == kept.id))
        await work.session.delete(kept)
