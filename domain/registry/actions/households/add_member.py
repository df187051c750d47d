"""Somebody joins a household."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.model.household import Household
from domain.registry.model.known import Origin
from domain.registry.queries.households.household_on import household_on, household_sheet
from domain.registry.queries.households.members import SHARED_KINDS, household_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import AlreadyInHousehold
from domain.registry.rules.kinships import kinship_to
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, HouseholdKind, Kinship
from domain.registry.terms.support import Availability, ContactMode


class AddMember(BaseModel):
    """Who joins, from which day, and what they do there. Without ``kinship`` it is that of the registry household."""

    household_id: UUID
    person_id: UUID
    kinship: Kinship | None = None
    is_cohabiting: bool = False
    is_parent_responsible: bool = False
    is_caregiver: bool = False
    is_foster: bool = False
    is_disabled: bool = False
    availability: Availability | None = None
    contact_mode: ContactMode | None = None
    starts_on: date
    source: FactSource = FactSource.PERSON
    reason: str = Field(default="", max_length=300)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, dict) else given


async def add_member(work: UnitOfWork, actor: Actor, command: AddMember) -> None:
    """The person is in the household from the day on.

    Refuses NotFound, NotYourPerson, AlreadyInHousehold (move them instead), and Invalid on ``kinship`` when the
    registry does not say what the person is to the reference person.
    """
    found = await household_to_change(work, actor, command.household_id)
    joining = await person_on_record(work, actor, command.person_id)
    there = await household_on(work, actor, joining.id, found.kind, command.starts_on)
    if found.kind not in SHARED_KINDS and there is not None:
        raise AlreadyInHousehold
    kinship = command.kinship or await _from_registry(work, actor, found, command)
    if kinship is None:
        raise Invalid({"kinship": _("Scegli la parentela: dal nucleo anagrafico non si capisce.")})
    if kinship is Kinship.REFERENCE:
        raise Invalid({"kinship": _("La persona di riferimento c'è già. Scegli un'altra parentela.")})
    facts = MemberFacts.model_validate(command.model_dump(include=set(MemberFacts.model_fields)) | {"kinship": kinship})
    origin = Origin.of(actor, command.source, command.reason)
    await believe_member(work, actor, found, joining.id, facts, Stretch(command.starts_on), origin)


async def _from_registry(work: UnitOfWork, actor: Actor, found: Household, command: AddMember) -> Kinship | None:
    """What the registry says the person is to the reference person of the household; None when it does not follow."""
    sheet = await household_on(work, actor, command.person_id, HouseholdKind.REGISTRY, command.starts_on)
    reference = await _reference(work, actor, found.id, command.starts_on)
    if sheet is None or reference is None:
        return None
    kinships = {member.person_id: member.kinship for member in sheet.members}
    if reference not in kinships:
        return None
    return kinship_to(kinships[reference], kinships[command.person_id])


async def _reference(work: UnitOfWork, actor: Actor, household_id: UUID, day: date) -> UUID | None:
    reference = (await household_sheet(work, actor, household_id, day)).reference
    return reference.person_id if reference else None
