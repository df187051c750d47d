"""Some of a household go and live by themselves."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.actions.households.found_household import found_household
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import SHARED_KINDS, believed_members, household_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import NobodyLeft, NotInHousehold
from domain.registry.rules.kinships import seen_from
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, Kinship

ASK = _("Scegli la parentela di questa persona con la nuova persona di riferimento.")


class SplitHousehold(BaseModel):
    """Who leaves on ``starts_on``, around which reference person, and who is the reference of those who stay.

    ``kinships`` says what people are to the reference person of their side, where it does not follow from before.
    """

    household_id: UUID
    leavers: frozenset[UUID] = Field(min_length=1, max_length=30)
    reference_id: UUID
    staying_reference_id: UUID | None = None
    kinships: dict[UUID, Kinship] = {}
    starts_on: date
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)


async def split_household(work: UnitOfWork, actor: Actor, command: SplitHousehold) -> UUID:
    """Two households from the day on; give back the id of the new one.

    Refuses NotFound, NotYourPerson, NotInHousehold, NobodyLeft, and Invalid on ``staying_reference_id`` when the
    reference person leaves and nobody is named, or on ``kinship-<id>`` for who must be asked.
    """
    found = await household_to_change(work, actor, command.household_id)
    rows = {one.person_id: one for one in await believed_members(work, actor, found.id, day=command.starts_on)}
    going = {key: one for key, one in rows.items() if key in command.leavers}
    staying = {key: one for key, one in rows.items() if key not in command.leavers}
    if len(going) < len(command.leavers) or command.reference_id not in going:
        raise NotInHousehold
    if not staying:
        raise NobodyLeft
    for key in rows:
        await person_on_record(work, actor, key)
    kinships = _kinships(going, command.reference_id, command.kinships)
    origin, stretch = Origin.of(actor, command.source, command.reason), Stretch(command.starts_on)
    if found.kind in SHARED_KINDS:
        for key in going:
            await believe_member(work, actor, found, key, None, stretch, origin)
    new_reference = _who_stays(going, staying, command)
    for key, kinship in (_kinships(staying, new_reference, command.kinships) if new_reference else {}).items():
        facts = staying[key].facts.model_copy(update={"kinship": kinship})
        days = Stretch(command.starts_on, staying[key].stretch.ends_before)
        await believe_member(work, actor, found, key, facts, days, origin)
    members = {key: going[key].facts.model_copy(update={"kinship": kinship}) for key, kinship in kinships.items()}
    new = Household(ente_id=found.ente_id, kind=found.kind, source=command.source.value)
    return await found_household(work, actor, new, members, stretch, origin)


def _who_stays(
    going: Mapping[UUID, HouseholdMember], staying: Mapping[UUID, HouseholdMember], command: SplitHousehold
) -> UUID | None:
    """The new reference of those who stay; None when the one they have stays too."""
    if not any(one.kinship is Kinship.REFERENCE for one in going.values()):
        return None
    if command.staying_reference_id not in staying:
        raise Invalid({"staying_reference_id": _("Scegli chi diventa la persona di riferimento di chi resta.")})
    return command.staying_reference_id


def _kinships(
    members: Mapping[UUID, HouseholdMember], reference_id: UUID, given: Mapping[UUID, Kinship]
) -> dict[UUID, Kinship]:
    others = {key: one.kinship for key, one in members.items() if key != reference_id}
    kinships, unknown = seen_from(others, members[reference_id].kinship, given)
    if unknown:
        raise Invalid({f"kinship-{key}": ASK for key in unknown})
    return {reference_id: Kinship.REFERENCE, **kinships}
