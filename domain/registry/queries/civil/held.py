"""What we hold of a person today, to be laid beside the civil registry: for the actions of the registry."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed_today
from domain.registry.queries.household_of import household_of
from domain.registry.rules.civil.differences import Held, HeldMember
from domain.registry.terms import FactKind, FactSource
from domain.registry.terms.civil import DifferenceKind

FACTS = {
    DifferenceKind.DEATH: FactKind.DEATH,
    DifferenceKind.RESIDENCE: FactKind.RESIDENCE,
    DifferenceKind.IDENTITY: FactKind.IDENTITY,
}
"""The kind of fact that a kind of difference is about; a household is no fact."""


async def held_of(work: UnitOfWork, system: System, known: Person) -> Held:
    """What is believed of ``known`` today.

    Only the program asks, since it sees everybody. What it compares is read later by whoever may know of ``known``:
    so protected people are left out of the household of somebody who is not protected.
    """
    residence = await fact_today(work, known.id, FactKind.RESIDENCE)
    return Held(
        given_name=known.given_name,
        family_name=known.family_name,
        sex=known.sex or "",
        born_on=known.born_on,
        died_on=known.died_on,
        residence=dict(residence.value) if residence else None,
        household=await _household(work, system, known),
    )


async def fact_today(work: UnitOfWork, person_id: UUID, kind: FactKind) -> Fact | None:
    """What is believed of today, of a kind of which there is one at a time."""
    found = await believed_today(work, person_id, kind)
    return found[-1] if found else None


async def source_today(work: UnitOfWork, person_id: UUID, kind: DifferenceKind) -> FactSource | None:
    """From whom we have what a difference is about; None where we have nothing."""
    if kind not in FACTS:
        return None
    found = await fact_today(work, person_id, FACTS[kind])
    return found.source if found else None


async def _household(work: UnitOfWork, system: System, known: Person) -> list[HeldMember]:
    members = {one.person_id: one for one in await household_of(work, system, known.id)}
    people = (await work.session.exec(select(Person).where(col(Person.id).in_(members)))).all()
    return [
        HeldMember(one.codice_fiscale, one.full_name, members[one.id].kinship)
        for one in people
        if known.is_protected or not one.is_protected
    ]
