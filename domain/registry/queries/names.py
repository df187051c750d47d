"""The names of many people at once, for lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.rules.ages import age_on


@dataclass(frozen=True)
class NameRow:
    """What a list shows of a person; ``record_id`` is the record that counts."""

    full_name: str
    born_on: date | None
    codice_fiscale: str | None
    language: str
    record_id: UUID | None = None
    is_protected: bool = False

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


async def names(work: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, NameRow]:
    """The people among ``ids`` of whom the actor of ``work`` may know, by id; one question. The others are left out.

    A record that was joined to another one has the name of the one that counts.
    """
    if not (wanted := set(ids)):
        return {}
    asked: Any = aliased(Person)
    statement = (
        select(asked.id, Person)
        .join(Person, col(Person.id) == sa.func.coalesce(asked.same_as_id, asked.id))
        .where(col(asked.id).in_(wanted), visible_to(work.actor))
    )
    return {
        asked_id: NameRow(
            found.full_name, found.born_on, found.codice_fiscale, found.language, found.id, found.is_protected
        )
        for asked_id, found in (await work.session.exec(statement)).all()
    }
