"""For whom somebody may act: one's children, the people one is guardian of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.guardianship import Guardianship
from domain.registry.model.person import Person
from domain.registry.terms import GuardianshipKind


@dataclass(frozen=True)
class RepresentedRow:
    """Somebody represented, and by which title; who was only declared (not ``is_verified``) is not to be named."""

    person_id: UUID
    full_name: str
    kind: GuardianshipKind
    is_verified: bool = True


async def people_represented_by(
    work: UnitOfWork, person_id: UUID, day: date, *, also_declared: bool = False
) -> Sequence[RepresentedRow]:
    """The people for whom ``person_id`` may act on ``day``, by name; only titles an office has verified count.

    ``also_declared`` adds the people declared and not checked yet, for whom no title counts: at their end.
    """
    statement = (
        select(Person, Guardianship)
        .join(Guardianship, col(Guardianship.person_id) == col(Person.id))
        .where(col(Guardianship.guardian_id) == person_id, col(Guardianship.refused_at).is_(None))
        .where(holds_on(Guardianship.held_during, day))
        .order_by(col(Guardianship.is_verified).desc(), col(Person.given_name), col(Person.family_name), col(Person.id))
    )
    if not also_declared:
        statement = statement.where(col(Guardianship.is_verified))
    rows: dict[UUID, RepresentedRow] = {}
    for person, title in (await work.session.exec(statement)).all():
        rows.setdefault(person.id, RepresentedRow(person.id, person.full_name, title.kind, title.is_verified))
    return list(rows.values())
