"""Which record of a person counts, and which stand only for their history."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person


async def current_record(work: UnitOfWork, person_id: UUID) -> UUID:
    """The record that counts of the person: ``person_id``, or the one it was joined to."""
    joined = (await work.session.exec(select(Person.same_as_id).where(col(Person.id) == person_id))).one_or_none()
    return person_id if joined is None else await current_record(work, joined)


async def former_records(work: UnitOfWork, person_id: UUID) -> Sequence[UUID]:
    """The records that were joined to ``person_id``: what was written under them, and is never changed, is there."""
    wanted = select(Person.id).where(col(Person.same_as_id) == person_id).order_by(col(Person.id))
    return (await work.session.exec(wanted)).all()
