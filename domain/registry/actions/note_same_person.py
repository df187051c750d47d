"""Two records turn out to be of one person: one counts from now on, the other stays for its history."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.model.guardianship import Guardianship
from domain.registry.queries.people import person_on_record


class NoteSamePerson(BaseModel):
    """The record that stays for its history, and the one that counts."""

    person_id: UUID
    same_as_id: UUID


async def note_same_person(work: UnitOfWork, actor: Actor, command: NoteSamePerson) -> None:
    """Point the first record at the second, with the titles to act for others. Refuses NotFound, NotYourPerson.

    A title by which the one would act for the other stays where it is: nobody is one's own guardian.
    """
    former = await person_on_record(work, actor, command.person_id)
    known = await person_on_record(work, actor, command.same_as_id)
    former.be_the_same_as(known.id)
    for side, other in (
        (Guardianship.guardian_id, Guardianship.person_id),
        (Guardianship.person_id, Guardianship.guardian_id),
    ):
        moved = sa.update(Guardianship).where(col(side) == former.id, col(other) != known.id)
        await work.session.exec(moved.values({col(side): known.id}))
    for record in (former, known):
        await index_person(work, record.id)
