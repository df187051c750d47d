"""A household is written down: who lives with whom, by one source."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.found_household import found_household
from domain.registry.model.household import Household
from domain.registry.model.known import Origin
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import HouseholdWithoutReference
from domain.registry.rules.households import is_whole
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, HouseholdKind


class ComposeHousehold(BaseModel):
    """The members from ``starts_on``; exactly one is the reference person.

    ``is_alone``: the reference person says to live alone; of relational households only.
    """

    class Member(MemberFacts):
        """Somebody, and what they are to the reference person."""

        person_id: UUID

    ente_id: UUID
    kind: HouseholdKind = HouseholdKind.REGISTRY
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)
    is_alone: bool = False
    starts_on: date
    members: tuple[Member, ...] = Field(min_length=1, max_length=30)


async def compose_household(work: UnitOfWork, actor: Actor, command: ComposeHousehold) -> UUID:
    """Keep the household and give back its id; the members leave their earlier household of the same kind.

    Nobody leaves a relational one: everybody has one's own. What was believed before stays readable.
    Refuses NotFound, NotYourPerson, HouseholdWithoutReference.
    """
    if not is_whole([(member.person_id, member.kinship) for member in command.members]):
        raise HouseholdWithoutReference
    for member in command.members:
        await person_on_record(work, actor, member.person_id)
    household = Household(
        ente_id=command.ente_id,
        kind=command.kind,
        source=command.source.value,
        is_alone=command.is_alone and command.kind is HouseholdKind.RELATIONAL,
    )
    members = {
        member.person_id: MemberFacts.model_validate(member.model_dump(exclude={"person_id"}))
        for member in command.members
    }
    origin = Origin.of(actor, command.source, command.reason)
    return await found_household(work, actor, household, members, Stretch(command.starts_on), origin)
