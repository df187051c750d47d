"""Somebody who had no codice fiscale has been given one."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor
from domain.kernel.codice_fiscale import CodiceFiscale, is_doubtful
from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import AlreadyRegistered


class RecordCodiceFiscale(BaseModel):
    """Whose, and which."""

    person_id: UUID
    codice_fiscale: CodiceFiscale


async def record_codice_fiscale(work: UnitOfWork, actor: Actor, command: RecordCodiceFiscale) -> None:
    """Keep the code. Refuses NotFound, NotYourPerson, and AlreadyRegistered: this person or another one has a code."""
    known = await person_on_record(work, actor, command.person_id)
    if known.codice_fiscale is not None:
        raise AlreadyRegistered
    known.take_codice_fiscale(command.codice_fiscale, is_doubtful=is_doubtful(command.codice_fiscale))
    await work.session.flush()  # a code that somebody else has must be refused here
    await index_person(work, known.id)
