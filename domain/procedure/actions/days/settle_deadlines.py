"""Reckon the deadlines of an ente anew: its days off have changed."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import visible_to
from domain.procedure.queries.definitions import definitions

CHUNK = 200


async def settle_deadlines(work: UnitOfWork, system: System, ente_id: UUID, after: UUID | None = None) -> UUID | None:
    """The next 200 that are not decided, by id, after the one named; the last one's id, None when that was all."""
    wanted = select(Proceeding).where(
        col(Proceeding.ente_id) == ente_id, col(Proceeding.stopped_on).is_(None), visible_to(system)
    )
    if after is not None:
        wanted = wanted.where(col(Proceeding.id) > after)
    found = (await work.session.exec(wanted.order_by(col(Proceeding.id)).limit(CHUNK).with_for_update())).all()
    drawn = await definitions(work, [one.procedure_version_id for one in found])
    for one in found:
        await settle_deadline(work, one, drawn[one.procedure_version_id])
    return found[-1].id if len(found) == CHUNK else None
