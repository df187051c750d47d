"""Who brings old archives in: one rule, as a filter for SQL and as a yes or no."""

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Actor, Operator, System
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.legacy.model.archive_import import ArchiveImport


def may_import(operator: Operator) -> bool:
    """Whether ``operator`` administers the ente of the active office."""
    return operator.has(*ADMIN_ROLES)


def imports_shown_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` sees an import: of one's ente; of those in reach, for the ambito."""
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(ArchiveImport.ente_id).in_(actor.enti)
        case Operator() if actor.has(Role.AMBITO_ADMIN):
            return col(ArchiveImport.ente_id).in_(actor.enti)
        case Operator() if actor.has(Role.ENTE_ADMIN):
            return col(ArchiveImport.ente_id) == actor.ente_id
        case _:
            return sa.false()
