"""An operator's role comes to an end."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor, Operator
from domain.kernel.roles import Role
from domain.organization.events import RoleEnded
from domain.organization.queries.administered import administered_role
from domain.organization.refusals import RoleTooWide
from domain.platform.work import UnitOfWork


class EndRole(BaseModel):
    """The role is held up to ``ends_on``, included."""

    assignment_id: UUID
    ends_on: date


async def end_role(work: UnitOfWork, actor: Actor, command: EndRole) -> None:
    """End the role after its last day. Refuses NotFound, NotAnAdministrator, RoleTooWide, RoleEndsTooEarly."""
    held = await administered_role(work, actor, command.assignment_id)
    if held.role is Role.AMBITO_ADMIN and isinstance(actor, Operator) and not actor.has(Role.AMBITO_ADMIN):
        raise RoleTooWide
    held.end(command.ends_on)
    await work.record(
        RoleEnded(
            ente_id=held.ente_id,
            assignment_id=held.id,
            operator_id=held.operator_id,
            by_operator_id=actor.operator_id if isinstance(actor, Operator) else None,
        )
    )
