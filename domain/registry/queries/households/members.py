"""A household and the rows of its members, to be read or changed: the door for the other questions and the actions."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.person import Person
from domain.registry.permissions import may_keep_records, visible_to
from domain.registry.refusals import ChangedMeanwhile, NotYourPerson
from domain.registry.terms import HouseholdKind

SHARED_KINDS = (HouseholdKind.RELATIONAL,)
"""Kinds of which a person may belong to several at once: everybody has one's own circle."""


def known(known_at: datetime | None) -> sa.ColumnElement[bool]:
    """The condition that a member is believed now, or was believed at an instant."""
    column = col(HouseholdMember.known_during)
    if known_at is None:
        return sa.func.upper_inf(column)
    return column.op("@>")(sa.cast(sa.literal(known_at), sa.DateTime(timezone=True)))  # pyright: ignore[reportReturnType]


def held_on(day: date) -> sa.ColumnElement[bool]:
    """The condition that somebody is a member on ``day``."""
    return holds_on(HouseholdMember.held_during, day)


async def household(work: UnitOfWork, actor: Actor, household_id: UUID) -> Household:
    """The household, for who may know of one of its members. Refuses NotFound."""
    members = (
        sa.select(HouseholdMember.id)  # pyright: ignore[reportCallIssue,reportArgumentType]
        .join(Person, col(Person.id) == col(HouseholdMember.person_id))
        .where(col(HouseholdMember.household_id) == household_id, visible_to(actor))
    )
    statement = select(Household).where(col(Household.id) == household_id, sa.exists(members))
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def household_to_change(work: UnitOfWork, actor: Actor, household_id: UUID) -> Household:
    """The household, for who keeps the records. Refuses NotFound, and NotYourPerson to citizens."""
    found = await household(work, actor, household_id)
    if not may_keep_records(actor):
        raise NotYourPerson
    return found


async def believed_members(
    work: UnitOfWork, actor: Actor, household_id: UUID, *, day: date | None = None, person_id: UUID | None = None
) -> Sequence[HouseholdMember]:
    """The rows believed now, of one day or of all, of one person or of all of whom ``actor`` may know."""
    statement = (
        select(HouseholdMember)
        .join(Person, col(Person.id) == col(HouseholdMember.person_id))
        .where(col(HouseholdMember.household_id) == household_id, known(None), visible_to(actor))
        .where(col(Person.same_as_id).is_(None))
    )
    if day is not None:
        statement = statement.where(held_on(day))
    if person_id is not None:
        statement = statement.where(col(HouseholdMember.person_id) == person_id)
    ordered = statement.order_by(col(HouseholdMember.created_at), col(HouseholdMember.id))
    return (await work.session.exec(ordered)).all()


async def member_to_change(work: UnitOfWork, actor: Actor, member_id: UUID) -> tuple[HouseholdMember, Household]:
    """A row that is believed, and its household. Refuses NotFound, NotYourPerson and ChangedMeanwhile."""
    statement = (
        select(HouseholdMember)
        .join(Person, col(Person.id) == col(HouseholdMember.person_id))
        .where(col(HouseholdMember.id) == member_id, visible_to(actor))
    )
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if not found.is_believed:
        raise ChangedMeanwhile
    return found, await household_to_change(work, actor, found.household_id)
