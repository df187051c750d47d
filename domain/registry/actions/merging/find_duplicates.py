"""The nightly walk through the registry, some hundreds of people at a time, in search of records of one person."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.actions.merging.note_pairs import NotePairs, note_pairs
from domain.registry.model.fact import Fact
from domain.registry.model.household import HouseholdMember
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import STILL
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.terms import FactKind

STEP = 500
ALIKE = 0.3
FEW = 10
Pair = tuple[UUID, UUID]


class FindDuplicates(BaseModel):
    """Look at the people who come ``after`` this id; only at ``person_id`` when one is named."""

    after: UUID | None = None
    person_id: UUID | None = None


async def find_duplicates(work: UnitOfWork, system: System, command: FindDuplicates) -> UUID | None:
    """List the pairs of one step; gives back after whom to go on, None when it was the last one.

    Whoever has the same birthday and a name that shares some letters, the same household, the same contact or, with no
    birthday, the same name, is compared. Only the program does this.
    """
    step = await _step(work, command)
    ids = [one.id for one in step]
    pairs = await _same_birthday(work, ids) | await _same_household(work, ids) | await _same_contact(work, ids)
    for one in step:
        if one.born_on is None:
            pairs |= {(one.id, other) for other in await ids_found(work, system, one.full_name)}
    await note_pairs(work, NotePairs(pairs=tuple(sorted(pairs))))
    return ids[-1] if command.person_id is None and len(ids) == STEP else None


async def _step(work: UnitOfWork, command: FindDuplicates) -> list[Person]:
    wanted = select(Person).where(col(Person.same_as_id).is_(None)).order_by(col(Person.id)).limit(STEP)
    if command.person_id is not None:
        wanted = wanted.where(col(Person.id) == command.person_id)
    elif command.after is not None:
        wanted = wanted.where(col(Person.id) > command.after)
    return list((await work.session.exec(wanted)).all())


async def _same_birthday(work: UnitOfWork, ids: list[UUID]) -> set[Pair]:
    one: Any = aliased(Person)
    other: Any = aliased(Person)
    names = [sa.func.concat(side.given_name, " ", side.family_name, " ", side.alias) for side in (one, other)]
    alike = sa.func.similarity(sa.func.unaccent(names[0]), sa.func.unaccent(names[1])) >= ALIKE
    wanted = (
        select(one.id, other.id)
        .join(other, sa.and_(other.ambito_id == one.ambito_id, other.born_on == one.born_on, other.id != one.id))
        .where(col(one.id).in_(ids), col(other.same_as_id).is_(None), alike)
    )
    return set((await work.session.exec(wanted)).all())


async def _same_household(work: UnitOfWork, ids: list[UUID]) -> set[Pair]:
    one: Any = aliased(HouseholdMember)
    other: Any = aliased(HouseholdMember)
    twin: Any = aliased(Person)
    wanted = (
        select(one.person_id, other.person_id)
        .join(other, sa.and_(other.household_id == one.household_id, other.person_id != one.person_id))
        .join(twin, sa.and_(twin.id == other.person_id, col(twin.same_as_id).is_(None)))
        .where(col(one.person_id).in_(ids), holds_on(one.held_during, work.today))
        .where(sa.func.upper_inf(one.known_during), sa.func.upper_inf(other.known_during))
    )
    return set((await work.session.exec(wanted)).all())


async def _same_contact(work: UnitOfWork, ids: list[UUID]) -> set[Pair]:
    """Couples, and whole communities, share a contact: those that more than a few have say nothing of anybody."""
    one: Any = aliased(Fact)
    other: Any = aliased(Fact)
    twin: Any = aliased(Person)
    kept = [sa.and_(side.kind == FactKind.CONTACT, sa.func.upper_inf(side.known_during)) for side in (one, other)]
    who = sa.func.count(sa.distinct(col(Fact.person_id)))
    few = select(who).where(col(Fact.key) == one.key, col(Fact.kind) == FactKind.CONTACT, STILL)
    wanted = (
        select(one.person_id, other.person_id)
        .join(other, sa.and_(other.key == one.key, other.person_id != one.person_id, kept[1]))
        .join(twin, sa.and_(twin.id == other.person_id, col(twin.same_as_id).is_(None)))
        .where(col(one.person_id).in_(ids), kept[0], few.scalar_subquery() <= FEW)
    )
    return set((await work.session.exec(wanted)).all())
