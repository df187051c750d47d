"""In which offices an operator works on a day, and as what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class OfficeRoles:
    """An office and the roles held in it on the day asked for."""

    office_id: UUID
    office_name: str
    ente_id: UUID
    ente_name: str
    roles: frozenset[Role]


async def offices_and_roles(work: UnitOfWork, operator_id: UUID, day: date) -> Sequence[OfficeRoles]:
    """The open offices in which ``operator_id`` holds a role on ``day``, by name; none for a disabled operator."""
    statement = (
        select(Office, Ente.name, RoleAssignment)
        .join(RoleAssignment, col(RoleAssignment.office_id) == col(Office.id))
        .join(Ente, col(Ente.id) == col(Office.ente_id))
        .join(OperatorProfile, col(OperatorProfile.id) == col(RoleAssignment.operator_id))
        .where(col(RoleAssignment.operator_id) == operator_id, holds_on(RoleAssignment.held_during, day))
        .where(col(OperatorProfile.is_enabled), col(Office.is_open))
        .order_by(col(Office.name), col(Office.id))
    )
    held: dict[tuple[UUID, str, UUID, str], set[Role]] = {}
    for office, ente_name, assignment in (await work.session.exec(statement)).all():
        held.setdefault((office.id, office.name, office.ente_id, ente_name), set()).add(assignment.role)
    return [OfficeRoles(*office, frozenset(roles)) for office, roles in held.items()]
