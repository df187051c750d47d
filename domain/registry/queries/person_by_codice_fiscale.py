"""Who a codice fiscale belongs to, in an ambito: for signing in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.kernel.codice_fiscale import normalise
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person


@dataclass(frozen=True)
class PersonRow:
    """What signing in needs to know of a person."""

    id: UUID
    ente_id: UUID
    language: str


async def person_by_codice_fiscale(work: UnitOfWork, ambito_id: UUID, codice_fiscale: str) -> PersonRow | None:
    """The person of ``codice_fiscale`` in the registry of ``ambito_id``; None when there is nobody.

    The code of a record that was joined to another one leads to the one that counts.

    Only the program itself may ask (sign-in): refuses NotAllowed to anybody else.
    """
    if not isinstance(work.actor, System):
        raise NotAllowed
    known: Any = aliased(Person)
    statement = (
        select(Person.id, Person.ente_id, Person.language)
        .join(known, col(Person.id) == sa.func.coalesce(known.same_as_id, known.id))
        .where(col(known.ambito_id) == ambito_id, col(known.codice_fiscale) == normalise(codice_fiscale))
    )
    found = (await work.session.exec(statement)).one_or_none()
    return PersonRow(*found) if found else None
