"""Who designs procedures, who sees a proceeding and who moves it: SQL filters, and a yes or no from the same rule."""

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Actor, Citizen, Mandate, Operator, System
from domain.kernel.roles import DESK_ROLES, Role
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.rules.definition import Transition
from domain.procedure.terms.designing import DESIGN_ROLES


def may_design(actor: Actor, ente_id: object) -> bool:
    """Whether ``actor`` designs the procedures of this ente, and sets its days off."""
    if isinstance(actor, Operator):
        return ente_id in actor.enti and actor.has(*DESIGN_ROLES)
    return isinstance(actor, System)


def may_read_proceedings(operator: Operator) -> bool:
    """Whether ``operator`` works with proceedings at all."""
    return operator.has(*DESK_ROLES)


def may_supervise(operator: Operator) -> bool:
    """Whether ``operator`` gives visas, assigns and extends."""
    return operator.has(Role.OFFICE_HEAD)


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may see a proceeding; row security hides protected people besides."""
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Proceeding.ente_id).in_(actor.enti)
        case Citizen():
            own = col(Proceeding.person_id).in_(actor.people)
            return sa.or_(own, *[_within(mandate) for mandate in actor.mandates])
        case Operator():
            return col(Proceeding.ente_id).in_(actor.enti) if may_read_proceedings(actor) else sa.false()
        case _:
            return sa.false()


def _within(mandate: Mandate) -> sa.ColumnElement[bool]:
    theirs = col(Proceeding.person_id) == mandate.person_id
    if mandate.service_id is None and mandate.application_id is None:
        return theirs
    is_service = col(Proceeding.service_id) == mandate.service_id
    return sa.and_(theirs, sa.or_(is_service, col(Proceeding.subject_id) == mandate.application_id))


def may_make(actor: Actor, transition: Transition) -> bool:
    """Whether ``actor``, who sees the proceeding, may make this transition. Intake says which citizen goes on with it.

    The program makes only what is automatic.
    """
    match actor:
        case Operator():
            return actor.has(*transition.roles)
        case Citizen():
            return transition.is_for_citizen
        case System():
            return transition.is_automatic
        case _:
            return False


def needs_visa(actor: Actor, transition: Transition) -> bool:
    """Whether a supervisor must see it first; what a supervisor does has been seen."""
    return transition.needs_visa and isinstance(actor, Operator) and not may_supervise(actor)
