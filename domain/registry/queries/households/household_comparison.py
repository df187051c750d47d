"""Two households side by side: who is only in one, and where they say different things of the same person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import Actor
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.household_on import (
    HouseholdMemberRow,
    HouseholdSheet,
    household_sheet,
    note_reading,
)
from domain.registry.queries.people import person
from domain.registry.rules.comparison import ComparedMember, compare


@dataclass(frozen=True)
class HouseholdComparison:
    """The two households, and their members one by one."""

    left: HouseholdSheet
    right: HouseholdSheet
    members: Sequence[ComparedMember[HouseholdMemberRow]]

    @property
    def differences(self) -> int:
        """How many people are not the same in both."""
        return sum(member.differs for member in self.members)


async def household_comparison(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    households: tuple[UUID, UUID],
    days: tuple[date, date],
    *,
    purpose: str = ReadingPurpose.DESK_HELP,
) -> HouseholdComparison:
    """Two households of a person, each on its day; the same one on two days shows what has changed.

    Only people of whom ``actor`` may know are compared. Refuses NotFound, also for a household the person was not in
    on that day; the reading is noted with its ``purpose``.
    """
    note_reading(work, actor, await person(work, actor, person_id), purpose)
    left = await household_sheet(work, actor, households[0], days[0])
    right = await household_sheet(work, actor, households[1], days[1])
    if not any(member.person_id == person_id for sheet in (left, right) for member in sheet.members):
        raise NotFound
    return HouseholdComparison(left, right, compare(left.members, right.members))
