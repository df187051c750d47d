"""Who may give which role in which office."""

from uuid import UUID

from domain.kernel.actor import Actor, Operator
from domain.kernel.roles import Role
from domain.organization.queries.administered import administered_office
from domain.organization.queries.enti import ente
from domain.organization.refusals import RoleTooWide
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork


async def check_may_give(work: UnitOfWork, actor: Actor, role: Role, office_id: UUID) -> UUID:
    """The ente of the office. Refuses NotFound, NotAnAdministrator, RoleTooWide."""
    office = await administered_office(work, actor, office_id)
    if role is Role.AMBITO_ADMIN:
        is_narrower = isinstance(actor, Operator) and not actor.has(Role.AMBITO_ADMIN)
        if is_narrower or (await ente(work, office.ente_id)).kind is not EnteKind.AMBITO:
            raise RoleTooWide
    return office.ente_id
