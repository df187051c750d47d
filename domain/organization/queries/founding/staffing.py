"""Whether an ente can already meet people: an office that receives applications, somebody who deals with them."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.organization.terms import EnteKind
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Staffing:
    """What the ente of the active office has today; ``ambito_id`` is the ambito it belongs to."""

    kind: EnteKind
    ambito_id: UUID | None
    has_receiving_office: bool
    has_desk_staff: bool


async def staffing(work: UnitOfWork, operator: Operator) -> Staffing:
    """Of the ente of the operator: an open office that receives applications, somebody enabled at a desk; one question.

    Who administers and does nothing else is not counted: they deal with no application.
    """
    mine = col(Office.ente_id) == operator.ente_id
    receiving = sa.exists().where(mine, col(Office.is_receiving_applications), col(Office.is_open))
    at_a_desk = sa.exists().where(
        col(RoleAssignment.ente_id) == operator.ente_id,
        col(RoleAssignment.role).in_(DESK_ROLES),
        holds_on(RoleAssignment.held_during, work.today),
        col(OperatorProfile.id) == col(RoleAssignment.operator_id),
        col(OperatorProfile.is_enabled),
    )
    statement = select(Ente.kind, Ente.ambito_id, receiving, at_a_desk).where(col(Ente.id) == operator.ente_id)
    kind, ambito_id, has_receiving_office, has_desk_staff = (await work.session.exec(statement)).one()
    return Staffing(EnteKind(kind), ambito_id, has_receiving_office, has_desk_staff)
