"""Who works in an office, or for an ente, today."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


async def staff_of_office(work: UnitOfWork, office_id: UUID, roles: Collection[Role] = ()) -> Sequence[UUID]:
    """The enabled operators who hold a role in the office today, one of ``roles`` if any is named; each once."""
    return await _staff(work, col(RoleAssignment.office_id) == office_id, roles)


async def staff_of_ente(work: UnitOfWork, ente_id: UUID, roles: Collection[Role] = ()) -> Sequence[UUID]:
    """The same for all the offices of an ente."""
    return await _staff(work, col(RoleAssignment.ente_id) == ente_id, roles)


async def _staff(work: UnitOfWork, where: object, roles: Collection[Role]) -> Sequence[UUID]:
    wanted = (
        select(OperatorProfile.id)
        .join(RoleAssignment, col(RoleAssignment.operator_id) == col(OperatorProfile.id))
        .where(
            where,  # pyright: ignore[reportArgumentType]
            holds_on(RoleAssignment.held_during, work.today),
            col(OperatorProfile.is_enabled),
        )
        .distinct()
    )
    if roles:
        wanted = wanted.where(col(RoleAssignment.role).in_(list(roles)))
    return (await work.session.exec(wanted)).all()
