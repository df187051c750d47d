"""Which codici fiscali are of people in the registry of the ambito: only the program asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person


@dataclass(frozen=True)
class KnownCode:
    """A person in the registry; ``ente_id`` keeps the record."""

    person_id: UUID
    ente_id: UUID
    is_protected: bool


async def known_codes(work: UnitOfWork, ambito_id: UUID, codes: Iterable[str]) -> dict[str, KnownCode]:
    """The people of the ambito with one of ``codes``, by code. Refuses NotAllowed to who is not the program.

    What it says must never reach somebody without deciding that they may know of the person.
    """
    if not isinstance(work.actor, System):
        raise NotAllowed
    if not (wanted := {code for code in codes if code}):
        return {}
    found = select(Person.codice_fiscale, Person.id, Person.ente_id, Person.is_protected).where(
        col(Person.ambito_id) == ambito_id, col(Person.codice_fiscale).in_(wanted), col(Person.same_as_id).is_(None)
    )
    return {
        code: KnownCode(person_id, ente_id, is_protected)
        for code, person_id, ente_id, is_protected in (await work.session.exec(found)).all()
        if code
    }
