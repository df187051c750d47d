"""A household on a day: who belongs to it, as what, and who is there for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.households.members import SHARED_KINDS, held_on, household, known
from domain.registry.queries.people import person
from domain.registry.rules.ages import age_on
from domain.registry.rules.comparison import lives_alone_with
from domain.registry.terms import FactSource, HouseholdKind, Kinship
from domain.registry.terms.support import Availability, ContactMode


@dataclass(frozen=True)
class HouseholdMemberRow:
    """Somebody in a household: ``id`` is that of the row, ``ends_on`` the last day."""

    id: UUID
    person_id: UUID
    full_name: str
    born_on: date | None
    is_dead: bool
    kinship: Kinship
    is_cohabiting: bool
    is_parent_responsible: bool
    is_caregiver: bool
    is_foster: bool
    is_disabled: bool
    availability: Availability | None
    contact_mode: ContactMode | None
    starts_on: date | None
    ends_on: date | None
    source: FactSource

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


@dataclass(frozen=True)
class HouseholdSheet:
    """A household on ``day``, the reference person first."""

    id: UUID
    kind: HouseholdKind
    day: date
    is_alone: bool
    members: Sequence[HouseholdMemberRow]

    @property
    def reference(self) -> HouseholdMemberRow | None:
        """The reference person, when one may know of that person."""
        return next((member for member in self.members if member.kinship is Kinship.REFERENCE), None)

    @property
    def is_contradictory(self) -> bool:
        """Whether who is said to live alone has somebody in the same home."""
        reference = self.reference
        return self.is_alone and reference is not None and lives_alone_with(self.members, reference.person_id)


async def households_on(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    day: date,
    *,
    kinds: Sequence[HouseholdKind] = tuple(HouseholdKind),
    known_at: datetime | None = None,
    purpose: str = ReadingPurpose.DESK_HELP,
) -> dict[HouseholdKind, HouseholdSheet]:
    """The households of a person on ``day`` by kind, as believed now or as they were at ``known_at``; three questions.

    Of relational households the one whose reference is the person. People of whom ``actor`` may not know are left
    out. Refuses NotFound; the reading is noted with its ``purpose``.
    """
    who = await person(work, actor, person_id)
    note_reading(work, actor, who, purpose)
    own = sa.or_(col(Household.kind).not_in(SHARED_KINDS), col(HouseholdMember.kinship) == Kinship.REFERENCE)
    statement = (
        select(Household)
        .join(HouseholdMember, col(HouseholdMember.household_id) == col(Household.id))
        .where(col(HouseholdMember.person_id) == who.id, col(Household.kind).in_(kinds), own)
        .where(held_on(day), known(known_at))
    )
    found = {one.kind: one for one in (await work.session.exec(statement.order_by(col(Household.created_at)))).all()}
    sheets = await _sheets(work, actor, list(found.values()), day, known_at)
    return {kind: sheets[found[kind].id] for kind in kinds if kind in found}


async def household_on(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    kind: HouseholdKind,
    day: date,
    *,
    known_at: datetime | None = None,
    purpose: str = ReadingPurpose.DESK_HELP,
) -> HouseholdSheet | None:
    """The household of ``kind`` of a person on ``day``; None without one. The same rules as households_on."""
    found = await households_on(work, actor, person_id, day, kinds=(kind,), known_at=known_at, purpose=purpose)
    return found.get(kind)


async def household_sheet(
    work: UnitOfWork, actor: Actor, household_id: UUID, day: date, *, known_at: datetime | None = None
) -> HouseholdSheet:
    """One household on ``day``, for who may know of one of its members. Refuses NotFound; the caller notes the reading.

    ``known_at`` shows what was believed then.
    """
    found = await household(work, actor, household_id)
    return (await _sheets(work, actor, [found], day, known_at))[found.id]


def note_reading(work: UnitOfWork, actor: Actor, known_person: Person, purpose: str) -> None:
    """Note once that an operator reads with whom a person lives."""
    if not isinstance(actor, Operator):
        return
    subject = ReadingSubject.FAMILY.value
    reading = Reading(known_person.id, known_person.ente_id, subject, known_person.id, str(purpose))
    if reading not in work.readings:
        work.note_reading(reading)


async def _sheets(
    work: UnitOfWork, actor: Actor, households: Sequence[Household], day: date, known_at: datetime | None
) -> dict[UUID, HouseholdSheet]:
    ids = [one.id for one in households]
    statement = (
        select(Person, HouseholdMember)
        .join(HouseholdMember, col(HouseholdMember.person_id) == col(Person.id))
        .where(col(HouseholdMember.household_id).in_(ids), held_on(day), known(known_at))
        .where(visible_to(actor), col(Person.same_as_id).is_(None))
    )
    rows: dict[UUID, list[HouseholdMemberRow]] = {key: [] for key in ids}
    for member, row in (await work.session.exec(statement)).all() if ids else []:
        rows[row.household_id].append(row_of(member, row))
    for members in rows.values():
        members.sort(key=lambda row: (row.kinship is not Kinship.REFERENCE, row.born_on or date.max, row.full_name))
    return {one.id: HouseholdSheet(one.id, one.kind, day, one.is_alone, rows[one.id]) for one in households}


def row_of(member: Person, row: HouseholdMember) -> HouseholdMemberRow:
    """The member as people read it."""
    stretch = row.stretch
    return HouseholdMemberRow(
        id=row.id,
        person_id=member.id,
        full_name=member.full_name,
        born_on=member.born_on,
        is_dead=member.died_on is not None,
        starts_on=stretch.starts_on,
        ends_on=stretch.ends_before - timedelta(days=1) if stretch.ends_before else None,
        source=row.source,
        **dict(row.facts),
    )
