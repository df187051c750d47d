"""Who administers which ente: one rule, as a filter for SQL and as a yes or no."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Actor, Operator, System
from domain.kernel.roles import Role


def administered(actor: Actor) -> tuple[UUID, ...] | None:
    """The enti ``actor`` administers; None means every one.

    An ambito administrator has those in reach, an ente administrator the ente of the active office.
    """
    match actor:
        case System():
            return actor.enti
        case Operator() if actor.has(Role.AMBITO_ADMIN):
            return actor.enti
        case Operator() if actor.has(Role.ENTE_ADMIN):
            return (actor.ente_id,)
        case _:
            return ()


def may_administer(actor: Actor, ente_id: UUID) -> bool:
    """Whether ``actor`` may change ``ente_id``, its offices, operators and roles."""
    enti = administered(actor)
    return enti is None or ente_id in enti


def administered_by(actor: Actor, ente_column: Any) -> sa.ColumnElement[bool]:
    """The SQL condition that the ente in ``ente_column`` is one ``actor`` administers."""
    enti = administered(actor)
    return sa.true() if enti is None else col(ente_column).in_(enti)
