"""The only door to a proceeding: by its id, or by what it is about."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.permissions import visible_to
from domain.registry.queries.names import names


async def proceeding(work: UnitOfWork, actor: Actor, proceeding_id: UUID, *, for_update: bool = False) -> Proceeding:
    """The proceeding, locked when it is to be moved. Refuses NotFound, also when its person is hidden."""
    return await _one(work, actor, col(Proceeding.id) == proceeding_id, for_update=for_update)


async def proceeding_about(work: UnitOfWork, actor: Actor, subject_id: UUID, *, for_update: bool = False) -> Proceeding:
    """The proceeding of an application, or of whatever else went through one. Refuses NotFound."""
    return await _one(work, actor, col(Proceeding.subject_id) == subject_id, for_update=for_update)


async def _one(work: UnitOfWork, actor: Actor, which: sa.ColumnElement[bool], *, for_update: bool) -> Proceeding:
    statement = select(Proceeding).where(which, visible_to(actor))
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None or found.person_id not in await names(work, [found.person_id]):
        raise NotFound
    return found
