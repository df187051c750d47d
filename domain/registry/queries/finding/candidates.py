"""People who have one of some clues: at most so many a clue, so that a common name never costs more than a rare one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from domain.kernel.actor import Actor, Operator
from domain.platform.work import UnitOfWork
from domain.registry.model.finding import Clue, FoundBy, NameSound
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.rules.naming.naming import Naming


@dataclass(frozen=True)
class Candidate:
    """Somebody of whom the reader may know, who has one of the clues."""

    id: UUID
    ente_id: UUID
    full_name: str
    sex: str | None
    is_protected: bool
    naming: Naming

    @property
    def born_on(self) -> date | None:
        """The day of birth, where it is known."""
        return self.naming.born_on


async def candidates(
    work: UnitOfWork, actor: Actor, clues: Sequence[int], *, each: int, at_most: int
) -> list[Candidate]:
    """At most ``each`` people for a clue and ``at_most`` in all, of whom ``actor`` may know; one question."""
    if not clues:
        return []
    numbers = sa.bindparam("clues", list(clues), ARRAY(sa.BigInteger))
    asked = sa.func.unnest(numbers).table_valued("value", name="asked").render_derived()
    having = sa.select(col(Clue.person_id)).where(col(Clue.value) == asked.c.value)
    if isinstance(actor, Operator):  # row-level security says so too; said here, the index needs not be read in vain
        having = having.where(col(Clue.ente_id).in_(actor.enti))
    some = having.limit(each).lateral("some")
    ids = sa.select(some.c.person_id).select_from(asked.join(some, sa.true())).distinct().limit(at_most).subquery("ids")
    statement = (
        sa.select(
            col(Person.id),
            col(Person.ente_id),
            col(Person.given_name),
            col(Person.family_name),
            col(Person.alias),
            col(Person.sex),
            col(Person.born_on),
            col(Person.is_protected),
            col(FoundBy.naming),
        )
        .select_from(ids)
        .join(FoundBy, col(FoundBy.person_id) == ids.c.person_id)
        .join(Person, col(Person.id) == ids.c.person_id)
        .where(visible_to(actor), col(Person.same_as_id).is_(None))
    )
    rows = (await (await work.session.connection()).execute(statement)).all()
    return [_candidate(row) for row in rows]


async def sounds_by_key(work: UnitOfWork, keys: Sequence[str]) -> dict[str, list[str]]:
    """The sounds of the vocabulary under each of ``keys``; one question."""
    found: dict[str, list[str]] = {}
    if not keys:
        return found
    asked = sa.select(col(NameSound.key), col(NameSound.sound)).where(col(NameSound.key).in_(keys))
    for key, sound in (await (await work.session.connection()).execute(asked)).all():
        found.setdefault(key, []).append(sound)
    return found


def _candidate(row: Any) -> Candidate:
    return Candidate(
        id=row.id,
        ente_id=row.ente_id,
        full_name=f"{row.given_name} {row.family_name}".strip() or row.alias,
        sex=row.sex,
        is_protected=row.is_protected,
        naming=Naming.from_json(row.naming, row.born_on),
    )
