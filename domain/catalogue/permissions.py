"""Who writes and publishes the services of an ente."""

from uuid import UUID

from domain.kernel.actor import Actor, Operator, System
from domain.kernel.roles import ADMIN_ROLES, Role

DESIGN_ROLES = (*ADMIN_ROLES, Role.PLANNER)


def may_publish(actor: Actor, ente_id: UUID) -> bool:
    """Whether ``actor`` writes and publishes the services of this ente."""
    if isinstance(actor, Operator):
        return ente_id in actor.enti and actor.has(*DESIGN_ROLES)
    return isinstance(actor, System)
