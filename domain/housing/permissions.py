"""Who sees and closes housing needs: filters for SQL, and a yes or no from the same rule."""

import sqlalchemy as sa
from sqlmodel import col

from domain.housing.model.housing_need import HousingNeed
from domain.housing.terms import READING_ROLES
from domain.kernel.actor import Operator
from domain.kernel.roles import CASE_ROLES


def may_read_needs(operator: Operator) -> bool:
    """Whether ``operator`` works with housing needs at all."""
    return operator.has(*READING_ROLES)


def may_close_needs(operator: Operator) -> bool:
    """Whether ``operator`` closes them and opens them again."""
    return operator.has(*CASE_ROLES)


def seen_by(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that a need may be known, as the sheet it comes from was; row security hides people besides."""
    if not may_read_needs(operator):
        return sa.false()
    here = col(HousingNeed.office_id) == operator.office_id
    roles = [role for role in READING_ROLES if operator.has(role)]
    unmasked = [sa.not_(col(HousingNeed.masked_roles).contains([role.value])) for role in roles]
    close = here if operator.has(*CASE_ROLES) else sa.false()
    return sa.and_(
        col(HousingNeed.ente_id).in_(operator.enti),
        sa.or_(*unmasked),
        sa.or_(sa.not_(col(HousingNeed.is_of_masked_desk)), here),
        sa.or_(sa.not_(col(HousingNeed.is_reserved)), close),
    )
