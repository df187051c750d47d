"""An administrator says which role a group of the ente's provider gives."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.access.events import GroupRoleAdded
from domain.access.model.ente_provider import GroupRole
from domain.access.queries.ente_provider.providers import provider_card
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.organization.queries.role_width import check_may_give
from domain.organization.refusals import NotAnAdministrator
from domain.platform.work import UnitOfWork


class AddGroupRole(BaseModel):
    """Who is in ``group_value`` (compared letter by letter) holds ``role`` in ``office_id``."""

    group_value: Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$")]
    role: Role
    office_id: UUID


async def add_group_role(work: UnitOfWork, operator: Operator, command: AddGroupRole) -> None:
    """One more row of the table, for sign-ins from now on.

    Refuses NotFound where the ente has no provider, NotAnAdministrator, RoleTooWide as for a role given by hand,
    GroupTaken. An office of another ente gives nothing here: the provider vouches for its own ente only.
    """
    provider = await provider_card(work, operator.ente_id)
    if provider is None:
        raise NotFound
    if await check_may_give(work, operator, command.role, command.office_id) != operator.ente_id:
        raise NotAnAdministrator
    work.session.add(GroupRole(ente_id=operator.ente_id, provider_id=provider.id, **command.model_dump()))
    await work.session.flush()  # a row that is there already must be refused here
    added = GroupRoleAdded(
        ente_id=operator.ente_id,
        by_operator_id=operator.operator_id,
        **command.model_dump(include={"role", "office_id"}),
    )
    await work.record(added)
