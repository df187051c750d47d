"""All the households in which somebody is or was, of every kind, with their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.reading import ReadingPurpose
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.queries.households.household_on import note_reading
from domain.registry.queries.households.members import known
from domain.registry.queries.people import person
from domain.registry.terms import FactSource, HouseholdKind, Kinship

MOST = 100


@dataclass(frozen=True)
class HouseholdPeriod:
    """Some days in which a person belongs to a household; ``ends_on`` is the last one."""

    household_id: UUID
    kind: HouseholdKind
    kinship: Kinship
    is_cohabiting: bool
    starts_on: date | None
    ends_on: date | None
    source: FactSource


async def households_of(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    *,
    known_at: datetime | None = None,
    purpose: str = ReadingPurpose.DESK_HELP,
) -> Sequence[HouseholdPeriod]:
    """At most 100 periods of a person, the latest first, as they are believed now or were at ``known_at``.

    Refuses NotFound; the reading is noted with its ``purpose``.
    """
    who = await person(work, actor, person_id)
    note_reading(work, actor, who, purpose)
    statement = (
        select(Household, HouseholdMember)
        .join(HouseholdMember, col(HouseholdMember.household_id) == col(Household.id))
        .where(col(HouseholdMember.person_id) == who.id, known(known_at))
        .limit(MOST)
    )
    found = [_period(household, member) for household, member in (await work.session.exec(statement)).all()]
    return sorted(found, key=lambda one: (one.starts_on or date.min, one.kind.value), reverse=True)


def _period(household: Household, member: HouseholdMember) -> HouseholdPeriod:
    stretch = member.stretch
    return HouseholdPeriod(
        household_id=household.id,
        kind=household.kind,
        kinship=member.kinship,
        is_cohabiting=member.is_cohabiting,
        starts_on=stretch.starts_on,
        ends_on=stretch.ends_before - timedelta(days=1) if stretch.ends_before else None,
        source=member.source,
    )
