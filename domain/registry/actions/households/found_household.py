"""A household comes to be, with its members, who leave their earlier one of the same kind."""

from collections.abc import Mapping
from uuid import UUID

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.actions.households.leave_households import leave_households
from domain.registry.model.household import Household
from domain.registry.model.known import Origin
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch


async def found_household(
    work: UnitOfWork,
    actor: Actor,
    household: Household,
    members: Mapping[UUID, MemberFacts],
    stretch: Stretch,
    origin: Origin,
) -> UUID:
    """Keep the household and give back its id.

    The caller has locked the members, and seen to it that exactly one is the reference person.
    """
    for person_id in members:
        await leave_households(work, actor, person_id, household.kind, stretch, origin)
    work.session.add(household)
    await work.session.flush()  # the members refer to it
    for person_id, facts in members.items():
        await believe_member(work, actor, household, person_id, facts, stretch, origin)
    return household.id
