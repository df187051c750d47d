"""A household is written down: who lives with whom, by one source."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.tables import since
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import HouseholdWithoutReference
from domain.registry.rules.households import is_whole
from domain.registry.terms import HouseholdKind, Kinship


class ComposeHousehold(BaseModel):
    """The members from ``starts_on``; exactly one is the reference person."""

    class Member(BaseModel):
        """Somebody, and what they are to the reference person."""

        person_id: UUID
        kinship: Kinship

    ente_id: UUID
    kind: HouseholdKind = HouseholdKind.REGISTRY
    source: str = "person"
    starts_on: date
    members: tuple[Member, ...] = Field(min_length=1, max_length=30)


async def compose_household(work: UnitOfWork, actor: Actor, command: ComposeHousehold) -> UUID:
    """Keep the household and give back its id; the members leave their earlier household of the same kind.

    Refuses NotFound, NotYourPerson, HouseholdWithoutReference.
    """
    if not is_whole([(member.person_id, member.kinship) for member in command.members]):
        raise HouseholdWithoutReference
    for member in command.members:
        await person_on_record(work, actor, member.person_id)
    await _leave_earlier(work, command)
    household = Household(ente_id=command.ente_id, kind=command.kind, source=command.source)
    work.session.add(household)
    await work.session.flush()  # the members refer to it
    work.session.add_all(
        HouseholdMember(
            ente_id=command.ente_id,
            household_id=household.id,
            person_id=member.person_id,
            kinship=member.kinship,
            held_during=since(command.starts_on),
        )
        for member in command.members
    )
    return household.id


async def _leave_earlier(work: UnitOfWork, command: ComposeHousehold) -> None:
    members = [member.person_id for member in command.members]
    statement = (
        select(HouseholdMember)
        .join(Household, col(Household.id) == col(HouseholdMember.household_id))
        .where(col(Household.kind) == command.kind, col(HouseholdMember.person_id).in_(members))
        .where(col(HouseholdMember.held_during).op("&&")(since(command.starts_on)))
    )
    for earlier in (await work.session.exec(statement)).all():
        if not earlier.leave(command.starts_on):
            await work.session.delete(earlier)
