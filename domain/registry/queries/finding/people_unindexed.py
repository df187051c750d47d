"""Who has no place in the index yet: people registered before there was one."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.finding import FoundBy
from domain.registry.model.person import Person

CHUNK = 500


async def people_unindexed(work: UnitOfWork, *, at_most: int = CHUNK) -> list[UUID]:
    """At most so many people without an entry, of those whose record counts."""
    statement = (
        select(Person.id)
        .where(col(Person.same_as_id).is_(None), ~sa.exists().where(col(FoundBy.person_id) == col(Person.id)))
        .limit(at_most)
    )
    return list((await work.session.exec(statement)).all())


async def people_after(work: UnitOfWork, last: UUID | None, *, at_most: int = CHUNK) -> list[UUID]:
    """The next people in the order of their ids: to go through all of them in pieces."""
    statement = select(Person.id).order_by(col(Person.id)).limit(at_most)
    if last is not None:
        statement = statement.where(col(Person.id) > last)
    return list((await work.session.exec(statement)).all())
