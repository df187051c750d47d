"""Finding a person by what is typed or read from a health card."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from domain.registry.queries.people_named import people_named
from pydantic import AfterValidator, BaseModel, Field

from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST = 20


class PersonSearch(BaseModel):
    """Name, codice fiscale, or what a reader types of a health card."""

    words: Annotated[str, AfterValidator(str.strip), Field(min_length=2, max_length=300)]


@dataclass(frozen=True)
class FoundPerson:
    """Somebody who answers to the words."""

    id: UUID
    full_name: str
    born_on: date | None
    codice_fiscale: str | None


async def found_people(work: UnitOfWork, words: str) -> list[FoundPerson]:
    """At most 20 people of whom the operator may know, by name."""
    called = await names(work, await people_named(work, words))
    found = [FoundPerson(key, one.full_name, one.born_on, one.codice_fiscale) for key, one in called.items()]
    return sorted(found, key=lambda one: one.full_name)[:MOST]
