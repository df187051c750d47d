"""Somebody leaves a household, or never was in it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import member_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import PeriodReversed
from domain.registry.rules.timelines import Stretch


class RemoveMember(BaseModel):
    """``leaves_on`` is the first day outside; without it the person never was a member in that period."""

    member_id: UUID
    leaves_on: date | None = None
    reason: str = Field(min_length=3, max_length=300)


async def remove_member(work: UnitOfWork, actor: Actor, command: RemoveMember) -> None:
    """From the day on the person is not a member; what was believed before stays readable.

    Refuses NotFound, NotYourPerson, ChangedMeanwhile, and PeriodReversed for a day before the period.
    """
    member, household = await member_to_change(work, actor, command.member_id)
    await person_on_record(work, actor, member.person_id)
    stretch = member.stretch
    if command.leaves_on is not None:
        if stretch.starts_on is not None and command.leaves_on < stretch.starts_on:
            raise PeriodReversed
        stretch = Stretch(command.leaves_on, stretch.ends_before)
    origin = Origin.of(actor, member.source, command.reason)
    await believe_member(work, actor, household, member.person_id, None, stretch, origin)
