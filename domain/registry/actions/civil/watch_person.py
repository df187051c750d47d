"""Something is open for a person: from now on the civil registry is asked every night how they are."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.watch import Watch
from domain.registry.queries.people import person_on_record
from domain.registry.terms.civil import WatchReason


class WatchPerson(BaseModel):
    """Whom, and what is open for them: the case, the application, the sheet ``subject_id``."""

    person_id: UUID
    reason: WatchReason
    subject_id: UUID


async def watch_person(work: UnitOfWork, actor: Actor, command: WatchPerson) -> None:
    """Watch the person until ``end_watch``; asked again, nothing changes. Refuses NotFound, NotYourPerson."""
    known = await person_on_record(work, actor, command.person_id)
    row = Watch(ente_id=known.ente_id, **command.model_dump())
    added = insert(Watch).values(row.model_dump())
    again = added.on_conflict_do_update(index_elements=["person_id", "reason", "subject_id"], set_={"ended_at": None})
    await work.session.exec(again)
