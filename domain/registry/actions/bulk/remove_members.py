"""People whom an import has put into households are taken out, as if they had never been there."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.model.household import Household, HouseholdMember


@dataclass(frozen=True)
class RemoveMembers:
    """The rows of the members."""

    member_ids: Sequence[UUID]


async def remove_members(work: UnitOfWork, system: System, command: RemoveMembers) -> set[UUID]:
    """Delete those still believed as they were written, and households that nobody is left in; gives back who is gone.

    A household in which somebody has been written since stays whole.
    """
    if not command.member_ids:
        return set()
    async with as_the_program(work, "undo an import"):
        wanted = select(HouseholdMember).where(col(HouseholdMember.id).in_(command.member_ids))
        found = (await work.session.exec(wanted)).all()
        homes = {one.household_id for one in found}
        used_homes = await _used_homes(work, homes, [one.source for one in found][:1])
        counted = await count_references(work, "registry.household_member", [one.id for one in found])
        used = {key for ids in counted.values() for key in ids}
        gone = [
            one.id for one in found if one.is_believed and one.id not in used and one.household_id not in used_homes
        ]
        await work.session.exec(sa.delete(HouseholdMember).where(col(HouseholdMember.id).in_(gone)))
        left = select(HouseholdMember.household_id).where(col(HouseholdMember.household_id).in_(homes))
        empty = homes - set((await work.session.exec(left)).all())
        await work.session.exec(sa.delete(Household).where(col(Household.id).in_(empty)))
        for one in found:
            if one.id in gone:
                work.session.expunge(one)
    return set(command.member_ids) - {one.id for one in found if one.id not in gone}


async def _used_homes(work: UnitOfWork, homes: set[UUID], sources: Sequence[str]) -> set[UUID]:
    """Where a member came from elsewhere, or is believed no more; or which something else names."""
    other = sa.or_(
        sa.not_(sa.func.upper_inf(col(HouseholdMember.known_during))), col(HouseholdMember.source).not_in(sources)
    )
    wanted = select(HouseholdMember.household_id).where(col(HouseholdMember.household_id).in_(homes), other)
    used = set((await work.session.exec(wanted)).all())
    counted = await count_references(work, "registry.household", list(homes))
    others = [ids for reference, ids in counted.items() if reference.table != "registry.household_member"]
    return used | {key for ids in others for key in ids}
