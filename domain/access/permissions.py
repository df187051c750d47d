"""Who may see a delegation, write mandates down, or search the register: one rule, as a filter for SQL."""

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.delegation import Delegation
from domain.access.model.sign_in_log import OperatorSignIn
from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.roles import DESK_ROLES, Role


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may see a delegation.

    A citizen sees those granted and those received; an operator those of the people of the enti in reach, with a role
    at the desk, and those given to their own ente. Offers are shown by ``offered_to``. Row-level security says more
    or less the same again.
    """
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Delegation.ente_id).in_(actor.enti)
        case Citizen():
            mine = sa.or_(
                col(Delegation.delegator_id) == actor.person_id, col(Delegation.delegate_id) == actor.person_id
            )
            return sa.or_(mine, col(Delegation.id).in_([mandate.delegation_id for mandate in actor.mandates]))
        case Operator():
            given = col(Delegation.delegate_ente_id) == actor.ente_id
            return sa.or_(given, col(Delegation.ente_id).in_(actor.enti)) if actor.has(*DESK_ROLES) else given
        case _:
            return sa.false()


def offered_to(codice_fiscale: str | None, ambito_enti: tuple[object, ...]) -> sa.ColumnElement[bool]:
    """The SQL condition that a delegation names ``codice_fiscale``, within the enti of one ambito."""
    if not codice_fiscale:
        return sa.false()
    return sa.and_(col(Delegation.delegate_codice_fiscale) == codice_fiscale, col(Delegation.ente_id).in_(ambito_enti))


def may_record_mandates(actor: Actor) -> bool:
    """Whether ``actor`` works for a body that acts for people by mandate; that the ente is one is asked of it."""
    return isinstance(actor, Operator) and actor.has(Role.THIRD_SECTOR)


def may_audit(operator: Operator) -> bool:
    """Whether the operator may search the register of transactions: only who is named to protect the data."""
    return operator.has(Role.AUDITOR)


def sign_ins_seen_by(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that an administrator may see a line of the journal of accesses.

    Names that nobody has belong to no ente: the administrators of an ambito see them.
    """
    ente_id = col(OperatorSignIn.ente_id)
    if operator.has(Role.AMBITO_ADMIN):
        return sa.or_(ente_id.in_(operator.enti), ente_id.is_(None))
    return ente_id == operator.ente_id if operator.has(Role.ENTE_ADMIN) else sa.false()
