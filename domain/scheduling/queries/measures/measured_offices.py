"""Whose numbers an operator may read: those of the own office, or of every office for who plans or administers."""

from collections.abc import Sequence
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.organization.queries.offices import OfficeRow, office, offices_of_all
from domain.platform.work import UnitOfWork

MEASURING_ROLES = (*DESK_ROLES, *ADMIN_ROLES, Role.PLANNER)


async def measured_offices(work: UnitOfWork, operator: Operator) -> Sequence[OfficeRow]:
    """The offices, by name; two questions. Refuses NotAllowed for who neither receives, plans nor administers."""
    if operator.has(*ADMIN_ROLES, Role.PLANNER):
        return await offices_of_all(work, operator, operator.enti)
    if operator.has(*DESK_ROLES):
        return [await office(work, operator.office_id)]
    raise NotAllowed


def is_rounded_for(operator: Operator, office_id: UUID) -> bool:
    """Whether the counts of an office are rounded: exact ones are for who works in it."""
    return office_id != operator.office_id or not operator.has(*DESK_ROLES)
