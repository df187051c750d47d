"""In which households many people are believed to be: asked at once, by the program."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.queries.households.members import known
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import HouseholdKind


@dataclass(frozen=True)
class MemberPlace:
    """A household, and the days on which somebody is in it."""

    household_id: UUID
    stretch: Stretch


async def member_places(
    work: UnitOfWork, system: System, kind: HouseholdKind, person_ids: Collection[UUID]
) -> dict[UUID, list[MemberPlace]]:
    """The places of each of ``person_ids`` in households of ``kind``; one question."""
    found: dict[UUID, list[MemberPlace]] = defaultdict(list)
    if not person_ids:
        return found
    wanted = (
        select(HouseholdMember)
        .join(Household, col(Household.id) == col(HouseholdMember.household_id))
        .where(col(HouseholdMember.person_id).in_(person_ids), col(Household.kind) == kind, known(None))
    )
    for one in (await work.session.exec(wanted)).all():
        found[one.person_id].append(MemberPlace(one.household_id, one.stretch))
    return found
