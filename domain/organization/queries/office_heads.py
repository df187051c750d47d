"""Who heads the offices of an ente today."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


async def office_heads(work: UnitOfWork, ente_id: UUID) -> Sequence[UUID]:
    """The enabled operators who hold the role today, each once."""
    wanted = (
        select(OperatorProfile.id)
        .join(RoleAssignment, col(RoleAssignment.operator_id) == col(OperatorProfile.id))
        .where(
            col(RoleAssignment.ente_id) == ente_id,
            col(RoleAssignment.role) == Role.OFFICE_HEAD,
            holds_on(RoleAssignment.held_during, work.today),
            col(OperatorProfile.is_enabled),
        )
        .distinct()
    )
    return (await work.session.exec(wanted)).all()
