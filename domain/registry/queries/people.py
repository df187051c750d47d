"""The only door to a person: for who may know of that person, and to keep the records."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import may_keep_records, visible_to
from domain.registry.refusals import NotYourPerson


async def person(work: UnitOfWork, actor: Actor, person_id: UUID, *, for_update: bool = False) -> Person:
    """The person, locked when it is to be changed. Refuses NotFound to who may not know of this person."""
    statement = select(Person).where(col(Person.id) == person_id, visible_to(actor))
    if for_update:
        statement = statement.with_for_update()
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def person_on_record(work: UnitOfWork, actor: Actor, person_id: UUID) -> Person:
    """The person, locked, for who keeps the records. Refuses NotFound, and NotYourPerson to citizens."""
    found = await person(work, actor, person_id, for_update=True)
    if not may_keep_records(actor):
        raise NotYourPerson
    return found
