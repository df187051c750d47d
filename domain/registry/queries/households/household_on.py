"""A household on a day: who belongs to it, as what, and who is there for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

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
    """The household of ``kind`` of a person on ``day``, as it is believed now or was at ``known_at``; None without one.

    Of relational households the one whose reference is the person. People of whom ``actor`` may not know are left
    out. Refuses NotFound; the reading is noted with its ``purpose``.
    """
    note_reading(work, actor, await person(work, actor, person_id), purpose)
    statement = (
        select(Household)
        .join(HouseholdMember, col(HouseholdMember.household_id) == col(Household.id))
        .where(col(HouseholdMember.person_id) == person_id, col(Household.kind) == kind)
        .where(held_on(day), known(known_at))
    )
    if kind in SHARED_KINDS:
        statement = statement.where(col(HouseholdMember.kinship) == Kinship.REFERENCE)
    found = (await work.session.exec(statement.order_by(col(Household.created_at).desc()).limit(1))).one_or_none()
    return await _sheet(work, actor, found, day, known_at) if found else None


async def household_sheet(
    work: UnitOfWork, actor: Actor, household_id: UUID, day: date, *, known_at: datetime | None = None
) -> HouseholdSheet:
    """One household on ``day``, for who may know of one of its members. Refuses NotFound; the caller notes the reading.

    ``known_at`` shows what was believed then.
    """
    return await _sheet(work, actor, await household(work, actor, household_id), day, known_at)


def note_reading(work: UnitOfWork, actor: Actor, known_person: Person, purpose: str) -> None:
    """Note once that an operator reads with whom a person lives."""
    if not isinstance(actor, Operator):
        return
    subject = ReadingSubject.FAMILY.value
    reading = Reading(known_person.id, known_person.ente_id, subject, known_person.id, str(purpose))
    if reading not in work.readings:
        work.note_reading(reading)


async def _sheet(
    work: UnitOfWork, actor: Actor, found: Household, day: date, known_at: datetime | None
) -> HouseholdSheet:
    statement = (
        select(Person, HouseholdMember)
        .join(HouseholdMember, col(HouseholdMember.person_id) == col(Person.id))
        .where(col(HouseholdMember.household_id) == found.id, held_on(day), known(known_at), visible_to(actor))
    )
    rows = [row_of(member, row) for member, row in (await work.session.exec(statement)).all()]
    rows.sort(key=lambda row: (row.kinship is not Kinship.REFERENCE, row.born_on or date.max, row.full_name))
    return HouseholdSheet(found.id, found.kind, day, found.is_alone, rows)


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
