"""Somebody leaves a household for another one."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.add_member import AddMember, add_member
from domain.registry.actions.households.leave_households import leave_households
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import household_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, Kinship


class MoveMember(BaseModel):
    """Who moves, into which household, from which day, and as what there."""

    household_id: UUID
    person_id: UUID
    kinship: Kinship | None = None
    starts_on: date
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def move_member(work: UnitOfWork, actor: Actor, command: MoveMember) -> None:
    """From the day on the person is in this household, and in no other one of the same kind.

    Refuses what add_member refuses.
    """
    found = await household_to_change(work, actor, command.household_id)
    await person_on_record(work, actor, command.person_id)
    add = AddMember.model_validate(command.model_dump() | {"is_cohabiting": True})
    origin = Origin.of(actor, command.source, command.reason)
    await leave_households(work, actor, command.person_id, found.kind, Stretch(command.starts_on), origin)
    await add_member(work, actor, add)
