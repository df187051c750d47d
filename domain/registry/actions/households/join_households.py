"""Two households become one."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.actions.households.leave_households import leave_households
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import believed_members, household_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import HouseholdWithoutReference, NotInHousehold
from domain.registry.rules.kinships import INVERSE, seen_from
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, Kinship

ASK = _("Scegli la parentela di questa persona con la persona di riferimento.")


class JoinHouseholds(BaseModel):
    """The members of ``other_id`` join ``household_id`` on ``starts_on``.

    ``kinship`` is what the reference person of the other household is to that of this one; ``kinships`` says it of
    the others where it does not follow.
    """

    household_id: UUID
    other_id: UUID
    kinship: Kinship
    kinships: dict[UUID, Kinship] = {}
    starts_on: date
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def join_households(work: UnitOfWork, actor: Actor, command: JoinHouseholds) -> None:
    """From the day on they are one household; the other one ends the day before.

    Refuses NotFound, NotYourPerson, NotInHousehold when nobody is there on that day, HouseholdWithoutReference, and
    Invalid on ``kinship-<id>`` for who must be asked.
    """
    found = await household_to_change(work, actor, command.household_id)
    other = await household_to_change(work, actor, command.other_id)
    here = {one.person_id for one in await believed_members(work, actor, found.id, day=command.starts_on)}
    joining = {
        one.person_id: one
        for one in await believed_members(work, actor, other.id, day=command.starts_on)
        if one.person_id not in here
    }
    if not here or not joining or other.id == found.id or other.kind is not found.kind:
        raise NotInHousehold
    reference = next((key for key, one in joining.items() if one.kinship is Kinship.REFERENCE), None)
    if reference is None or command.kinship is Kinship.REFERENCE:
        raise HouseholdWithoutReference
    others = {key: one.kinship for key, one in joining.items() if key != reference}
    mine = INVERSE.get(command.kinship, Kinship.NOT_RELATED)
    kinships, unknown = seen_from(others, mine, command.kinships)
    if unknown:
        raise Invalid({f"kinship-{key}": ASK for key in unknown})
    origin, stretch = Origin.of(actor, command.source, command.reason), Stretch(command.starts_on)
    for key, kinship in {reference: command.kinship, **kinships}.items():
        await person_on_record(work, actor, key)
        await believe_member(work, actor, other, key, None, stretch, origin)
        await leave_households(work, actor, key, found.kind, stretch, origin, staying_in=found.id)
        facts = joining[key].facts.model_copy(update={"kinship": kinship})
        await believe_member(work, actor, found, key, facts, stretch, origin)
