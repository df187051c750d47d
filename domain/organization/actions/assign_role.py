"""An operator gets a role in an office, from a day on."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor
from domain.kernel.roles import Role
from domain.organization.events import RoleAssigned
from domain.organization.model.operator import RoleAssignment
from domain.organization.queries.administered import colleague
from domain.organization.queries.role_width import check_may_give
from domain.organization.refusals import RoleEndsTooEarly
from domain.platform.tables import days
from domain.platform.work import UnitOfWork


class AssignRole(BaseModel):
    """``role`` in ``office_id`` from the first day to the last, both included; open without a last day."""

    operator_id: UUID
    office_id: UUID
    role: Role
    starts_on: date
    ends_on: date | None = None


async def assign_role(work: UnitOfWork, actor: Actor, command: AssignRole) -> UUID:
    """Give the role and give back the id of the assignment.

    Refuses NotFound, NotAnAdministrator, RoleTooWide, RoleEndsTooEarly, RoleAlreadyHeld.
    """
    ente_id = await check_may_give(work, actor, command.role, command.office_id)
    operator = await colleague(work, command.operator_id)
    if command.ends_on is not None and command.ends_on < command.starts_on:
        raise RoleEndsTooEarly
    held = RoleAssignment(
        ente_id=ente_id,
        operator_id=operator.id,
        office_id=command.office_id,
        role=command.role,
        held_during=days(command.starts_on, command.ends_on),
    )
    work.session.add(held)
    await work.session.flush()  # a role already held must be refused here
    await work.record(
        RoleAssigned(ente_id=ente_id, assignment_id=held.id, operator_id=operator.id, office_id=command.office_id)
    )
    return held.id
