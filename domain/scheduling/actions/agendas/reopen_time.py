"""A closure is taken back: its hours are free again."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.agendas.kept import check_keeps, kept_agenda, kept_resource


class ReopenTime(BaseModel):
    """The closure."""

    closure_id: UUID


async def reopen_time(work: UnitOfWork, actor: Actor, command: ReopenTime) -> None:
    """It holds no more. Who was given another time meanwhile keeps that one.

    Refuses NotFound, also for a closure that is read from a calendar elsewhere, and NotYourAgenda.
    """
    wanted = select(Closure).where(col(Closure.id) == command.closure_id, col(Closure.source_id).is_(None))
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    await _check_closed_by(work, actor, found)
    await work.session.delete(found)


async def _check_closed_by(work: UnitOfWork, actor: Actor, closure: Closure) -> None:
    if closure.agenda_id:
        await kept_agenda(work, actor, closure.agenda_id)
    elif closure.resource_id:
        await kept_resource(work, actor, closure.resource_id)
    elif closure.office_id:
        where = await office(work, closure.office_id)
        check_keeps(actor, where.ente_id, where.id)
    else:
        check_keeps(actor, closure.ente_id, None)
