"""Somebody says to live alone, or not to."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.members import household_to_change
from domain.registry.terms import HouseholdKind


class NoteAlone(BaseModel):
    """Of a relational household."""

    household_id: UUID
    is_alone: bool = False


async def note_alone(work: UnitOfWork, actor: Actor, command: NoteAlone) -> None:
    """Keep what the reference person says; the page warns when somebody else lives there.

    It changes nothing in households of other kinds. Refuses NotFound, and NotYourPerson to citizens.
    """
    found = await household_to_change(work, actor, command.household_id)
    found.live_alone(is_alone=command.is_alone and found.kind is HouseholdKind.RELATIONAL)
