"""One member of a household, as written."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.household import HouseholdMember
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.households.household_on import HouseholdMemberRow, row_of


async def member_row(work: UnitOfWork, actor: Actor, household_id: UUID, member_id: UUID) -> HouseholdMemberRow:
    """The member of the household, also one no longer believed. Refuses NotFound; the caller notes the reading."""
    statement = (
        select(Person, HouseholdMember)
        .join(HouseholdMember, col(HouseholdMember.person_id) == col(Person.id))
        .where(col(HouseholdMember.id) == member_id, col(HouseholdMember.household_id) == household_id)
        .where(visible_to(actor))
    )
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    return row_of(*found)
