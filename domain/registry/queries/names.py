"""The names of many people at once, for lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.rules.ages import age_on


@dataclass(frozen=True)
class NameRow:
    """What a list shows of a person."""

    full_name: str
    born_on: date | None
    codice_fiscale: str | None
    language: str

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


async def names(work: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, NameRow]:
    """The people among ``ids`` of whom the actor of ``work`` may know, by id; one question. The others are left out."""
    if not (wanted := set(ids)):
        return {}
    statement = select(Person).where(col(Person.id).in_(wanted), visible_to(work.actor))
    return {
        found.id: NameRow(found.full_name, found.born_on, found.codice_fiscale, found.language)
        for found in (await work.session.exec(statement)).all()
    }
