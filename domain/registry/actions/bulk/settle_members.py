"""People are put into households at once, as an archive says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from domain.kernel.actor import System
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms import FactSource, HouseholdKind, Kinship


@dataclass(frozen=True)
class ArrivingMember:
    """Somebody in a household, both under the ids the rows get; ``ends_on`` is the last day."""

    id: UUID
    household_id: UUID
    person_id: UUID
    kinship: Kinship
    starts_on: date
    ends_on: date | None
    reason: str


@dataclass(frozen=True)
class SettleMembers:
    """Members of households of one kind; a household that is not there yet is founded."""

    ente_id: UUID
    author_id: UUID
    kind: HouseholdKind
    members: Sequence[ArrivingMember]


async def settle_members(work: UnitOfWork, system: System, command: SettleMembers) -> None:
    """Write them, source "import". The caller has seen that nobody is in two households on a day, and each whole."""
    same = {"created_at": work.now, "ente_id": command.ente_id, "source": FactSource.IMPORT}
    homes = dict.fromkeys(one.household_id for one in command.members)
    households = [{**same, "id": key, "kind": command.kind, "is_alone": False} for key in homes]
    await add_rows(work, Household, households, ignoring_known=True)
    rows = [
        {
            **same,
            **MemberFacts(kinship=one.kinship).model_dump(),
            "id": one.id,
            "household_id": one.household_id,
            "person_id": one.person_id,
            "held_during": range_of(_stretch(one)),
            "known_during": Range(work.now, None),
            "author_id": command.author_id,
            "reason": one.reason,
            "dropped_reason": "",
        }
        for one in command.members
    ]
    await add_rows(work, HouseholdMember, rows)


def _stretch(one: ArrivingMember) -> Stretch:
    return Stretch(one.starts_on, one.ends_on + timedelta(days=1) if one.ends_on else None)
