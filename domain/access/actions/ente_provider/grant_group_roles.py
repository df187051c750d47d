"""The roles that an operator has today because of groups of the ente's own identity provider."""

from collections.abc import Set as AbstractSet
from uuid import UUID

from domain.access.queries.ente_provider.providers import group_roles
from domain.organization.actions.set_provider_roles import WantedRole, set_provider_roles
from domain.organization.queries.operators import OperatorRow
from domain.platform.work import UnitOfWork


async def grant_group_roles(
    work: UnitOfWork, provider_id: UUID, operator: OperatorRow, groups: AbstractSet[str]
) -> None:
    """Give what the table gives for ``groups``, for today; what came from groups that are gone ends. For the System.

    Only rows of the table count: a group that nobody has written there gives nothing, whatever it is called.
    """
    wanted = {
        WantedRole(row.role, row.office_id) for row in await group_roles(work, provider_id) if row.group_value in groups
    }
    await set_provider_roles(work, operator.id, operator.ente_id, wanted)
