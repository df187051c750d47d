"""What was written of somebody in a household was wrong."""

from datetime import date, timedelta
from uuid import UUID

from pydantic import Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import member_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import PeriodReversed
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource


class CorrectMember(MemberFacts):
    """What is right, days included, and why it was wrong."""

    member_id: UUID
    is_cohabiting: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource = FactSource.PERSON
    reason: str = Field(min_length=3, max_length=300)


async def correct_member(work: UnitOfWork, actor: Actor, command: CorrectMember) -> None:
    """Believe this instead, for these days; what was believed before stays readable.

    Refuses NotFound, NotYourPerson, ChangedMeanwhile, PeriodReversed.
    """
    member, household = await member_to_change(work, actor, command.member_id)
    await person_on_record(work, actor, member.person_id)
    stretch = Stretch(command.starts_on, command.ends_on + timedelta(days=1) if command.ends_on else None)
    if stretch.is_empty:
        raise PeriodReversed
    facts = MemberFacts.model_validate(command.model_dump(include=set(MemberFacts.model_fields)))
    origin = Origin.of(actor, command.source, command.reason)
    await believe_member(work, actor, household, member.person_id, facts, stretch, origin, instead_of=member)
