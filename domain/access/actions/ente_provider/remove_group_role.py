"""A group of the ente's provider gives a role no more."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.events import GroupRoleRemoved
from domain.access.model.ente_provider import GroupRole
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.administered import check_administers
from domain.platform.work import UnitOfWork


async def remove_group_role(work: UnitOfWork, operator: Operator, row_id: UUID) -> None:
    """From the next sign-in on; roles of today last until midnight. Refuses NotFound, NotAnAdministrator."""
    check_administers(operator, operator.ente_id)
    wanted = select(GroupRole).where(col(GroupRole.id) == row_id, col(GroupRole.ente_id) == operator.ente_id)
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    await work.session.delete(found)
    removed = GroupRoleRemoved(
        ente_id=operator.ente_id, by_operator_id=operator.operator_id, role=found.role, office_id=found.office_id
    )
    await work.record(removed)
