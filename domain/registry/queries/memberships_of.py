"""In which households somebody is and was: without who else is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.queries.people import person
from domain.registry.rules.timelines import stretch_of
from domain.registry.terms import HouseholdKind, Kinship


@dataclass(frozen=True)
class MembershipRow:
    """A household by its source, and what the person is in it; ``ends_before`` is the first day after it."""

    household_id: UUID
    kind: HouseholdKind
    kinship: Kinship
    starts_on: date | None
    ends_before: date | None


async def memberships_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[MembershipRow]:
    """The memberships of ``person_id``, the earliest written first. Refuses NotFound to who may not know of them."""
    await person(work, actor, person_id)
    wanted = (
        select(HouseholdMember, Household)
        .join(Household, col(Household.id) == col(HouseholdMember.household_id))
        .where(col(HouseholdMember.person_id) == person_id)
        .order_by(col(HouseholdMember.created_at), col(HouseholdMember.id))
    )
    rows = []
    for member, household in (await work.session.exec(wanted)).all():
        held = stretch_of(member.held_during)
        rows.append(MembershipRow(household.id, household.kind, member.kinship, held.starts_on, held.ends_before))
    return rows
