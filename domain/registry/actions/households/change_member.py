"""Something changes for somebody in a household, from a day on."""

from datetime import date
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


class ChangeMember(MemberFacts):
    """What is so from ``starts_on`` on; before, it was as it is written."""

    member_id: UUID
    is_cohabiting: bool = False
    starts_on: date
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def change_member(work: UnitOfWork, actor: Actor, command: ChangeMember) -> None:
    """Believe it from the day on, up to the end of the period.

    Refuses NotFound, NotYourPerson, ChangedMeanwhile, and PeriodReversed for a day outside the period.
    """
    member, household = await member_to_change(work, actor, command.member_id)
    await person_on_record(work, actor, member.person_id)
    if not member.stretch.has(command.starts_on):
        raise PeriodReversed
    facts = MemberFacts.model_validate(command.model_dump(include=set(MemberFacts.model_fields)))
    stretch = Stretch(command.starts_on, member.stretch.ends_before)
    origin = Origin.of(actor, command.source, command.reason)
    await believe_member(work, actor, household, member.person_id, facts, stretch, origin)
