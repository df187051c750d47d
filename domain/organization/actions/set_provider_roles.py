"""The roles that an operator holds today because the ente's own identity provider says so."""

from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.organization.events import RoleAssigned, RoleEnded
from domain.organization.model.operator import RoleAssignment
from domain.organization.terms import RoleSource
from domain.platform.tables import days, holds_on
from domain.platform.work import UnitOfWork


class WantedRole(NamedTuple):
    """A role in an office."""

    role: Role
    office_id: UUID


async def set_provider_roles(
    work: UnitOfWork, operator_id: UUID, ente_id: UUID, wanted: AbstractSet[WantedRole]
) -> None:
    """Hold exactly ``wanted`` from the provider today; roles given by administrators stay as they are. For the System.

    Each counts for the one day: who is not seen in the group again tomorrow has lost it. Yesterday's is prolonged.
    """
    yesterday = work.today - timedelta(days=1)
    mine = select(RoleAssignment).where(
        col(RoleAssignment.operator_id) == operator_id, col(RoleAssignment.ente_id) == ente_id
    )
    today = (await work.session.exec(mine.where(holds_on(RoleAssignment.held_during, work.today)))).all()
    for held in today:
        if held.source is RoleSource.ENTE_PROVIDER and WantedRole(held.role, held.office_id) not in wanted:
            await _take_away(work, held)
    there = {WantedRole(held.role, held.office_id) for held in today}
    before = {
        WantedRole(held.role, held.office_id): held
        for held in (await work.session.exec(mine.where(holds_on(RoleAssignment.held_during, yesterday)))).all()
        if held.source is RoleSource.ENTE_PROVIDER
    }
    for one in sorted(wanted - there):
        if one in before:
            before[one].end(work.today)
        else:
            await _give(work, operator_id, ente_id, one)
    await work.session.flush()  # the roles count for the session that is opened next


async def _take_away(work: UnitOfWork, held: RoleAssignment) -> None:
    if held.held_during.lower == work.today:
        await work.session.delete(held)  # it has not lasted a day
    else:
        held.end(work.today - timedelta(days=1))
    ended = RoleEnded(ente_id=held.ente_id, assignment_id=held.id, operator_id=held.operator_id, by_operator_id=None)
    await work.record(ended)


async def _give(work: UnitOfWork, operator_id: UUID, ente_id: UUID, wanted: WantedRole) -> None:
    held = RoleAssignment(
        ente_id=ente_id,
        operator_id=operator_id,
        office_id=wanted.office_id,
        role=wanted.role,
        held_during=days(work.today, work.today),
        source=RoleSource.ENTE_PROVIDER,
    )
    work.session.add(held)
    await work.record(
        RoleAssigned(ente_id=ente_id, assignment_id=held.id, operator_id=operator_id, office_id=wanted.office_id)
    )
