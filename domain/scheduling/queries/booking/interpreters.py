"""Who could interpret at a certain time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.organization.queries.enti import family_of
from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.opening import Closure
from domain.scheduling.model.resource import Resource
from domain.scheduling.queries.offered.interpreting import WantedInterpreter, suits


async def interpreters(
    work: UnitOfWork, ente_id: UUID, office_id: UUID, language: str, *, gender: str = ""
) -> Sequence[UUID]:
    """Who interprets the language in an office of the ente, by name: those of the office, and those of the ambito.

    Of a gender where one is wanted. They help also by telephone where people meet.
    """
    family = await family_of(work, ente_id)
    wanted = select(Resource.id).where(
        suits(WantedInterpreter(language, gender), family),
        sa.or_(col(Resource.office_id).is_(None), col(Resource.office_id) == office_id),
    )
    return (await work.session.exec(wanted.order_by(col(Resource.name)))).all()


async def free_among(
    work: UnitOfWork, resource_ids: Sequence[UUID], agenda_id: UUID, starts_at: datetime, ends_at: datetime
) -> UUID | None:
    """The first of ``resource_ids`` who is not elsewhere then; None when all are.

    Who is at the same start in the same agenda is there for everybody who is received together.
    """
    if not resource_ids:
        return None
    overlapping = (col(ResourceHold.starts_at) < ends_at, col(ResourceHold.ends_at) > starts_at)
    together = sa.and_(col(ResourceHold.agenda_id) == agenda_id, col(ResourceHold.starts_at) == starts_at)
    held = select(ResourceHold.resource_id).where(
        col(ResourceHold.resource_id).in_(resource_ids), *overlapping, sa.not_(together)
    )
    away = select(Closure.resource_id).where(
        col(Closure.resource_id).in_(resource_ids), col(Closure.starts_at) < ends_at, col(Closure.ends_at) > starts_at
    )
    busy = {*(await work.session.exec(held)).all(), *(await work.session.exec(away)).all()}
    return next((one for one in resource_ids if one not in busy), None)
