"""With whom somebody lives today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.households.members import held_on, known
from domain.registry.terms import HouseholdKind, Kinship


@dataclass(frozen=True)
class MemberRow:
    """Somebody in the household, and what they are to its reference person."""

    person_id: UUID
    full_name: str
    born_on: date | None
    kinship: Kinship


async def household_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[MemberRow]:
    """The registry household of ``person_id`` today, reference person first; only members ``actor`` may know of."""
    mine = (
        select(HouseholdMember.household_id)
        .join(Household, col(Household.id) == col(HouseholdMember.household_id))
        .where(col(HouseholdMember.person_id) == person_id, col(Household.kind) == HouseholdKind.REGISTRY)
        .where(held_on(work.today), known(None))
    )
    statement = (
        select(Person, HouseholdMember)
        .join(HouseholdMember, col(HouseholdMember.person_id) == col(Person.id))
        .where(col(HouseholdMember.household_id).in_(mine), held_on(work.today), known(None))
        .where(visible_to(actor), col(Person.same_as_id).is_(None))
    )
    found = [
        MemberRow(person.id, person.full_name, person.born_on, member.kinship)
        for person, member in (await work.session.exec(statement)).all()
    ]
    return sorted(found, key=lambda row: (row.kinship is not Kinship.REFERENCE, row.born_on or date.max, row.full_name))
