"""To whom work can be given: the operators of some enti who hold a role today."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.roles import Role
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork

MOST = 300


@dataclass(frozen=True)
class Colleague:
    """Somebody by name."""

    id: UUID
    full_name: str


async def colleagues(work: UnitOfWork, ente_ids: Iterable[UUID], roles: Collection[Role]) -> Sequence[Colleague]:
    """The enabled operators of these enti who hold one of ``roles`` today, by surname, at most 300; one question."""
    holding = select(RoleAssignment.operator_id).where(
        col(RoleAssignment.role).in_(list(roles)), holds_on(RoleAssignment.held_during, work.today)
    )
    wanted = (
        select(OperatorProfile)
        .where(
            col(OperatorProfile.ente_id).in_(set(ente_ids)),
            col(OperatorProfile.is_enabled),
            col(OperatorProfile.id).in_(holding),
        )
        .order_by(col(OperatorProfile.family_name), col(OperatorProfile.given_name), col(OperatorProfile.id))
        .limit(MOST)
    )
    return [Colleague(one.id, one.full_name) for one in (await work.session.exec(wanted)).all()]
