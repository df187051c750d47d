"""The only door to a person: for who may know of that person, and to keep the records."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import may_keep_records, visible_to
from domain.registry.refusals import NotYourPerson


async def person(work: UnitOfWork, actor: Actor, person_id: UUID, *, for_update: bool = False) -> Person:
    """The person, locked when it is to be changed. Refuses NotFound to who may not know of this person.

    Who asks for a record that was joined to another one gets the one that counts.
    """
    asked: Any = aliased(Person)
    counts = select(sa.func.coalesce(asked.same_as_id, asked.id)).where(asked.id == person_id).scalar_subquery()
    statement = select(Person).where(col(Person.id) == counts, visible_to(actor))
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if found.same_as_id is not None:  # it was joined while we waited for it
        return await person(work, actor, found.same_as_id, for_update=for_update)
    return found


async def person_on_record(work: UnitOfWork, actor: Actor, person_id: UUID) -> Person:
    """The person, locked, for who keeps the records. Refuses NotFound, and NotYourPerson to citizens."""
    found = await person(work, actor, person_id, for_update=True)
    if not may_keep_records(actor):
        raise NotYourPerson
    return found
