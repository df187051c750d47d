"""An operator's role comes to an end."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor
from domain.organization.queries.administered import administered_role
from domain.platform.work import UnitOfWork


class EndRole(BaseModel):
    """The role is held up to ``ends_on``, included."""

    assignment_id: UUID
    ends_on: date


async def end_role(work: UnitOfWork, actor: Actor, command: EndRole) -> None:
    """End the role after its last day. Refuses NotFound, NotAnAdministrator, RoleEndsTooEarly."""
    held = await administered_role(work, actor, command.assignment_id)
    held.end(command.ends_on)
