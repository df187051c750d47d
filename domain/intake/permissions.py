"""Who may see an application: one rule, as a filter for SQL. Row-level security says the same again."""

import sqlalchemy as sa
from sqlmodel import col

from domain.intake.model.application import Application
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.roles import DESK_ROLES


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may see an application.

    A citizen sees what they asked, and what was sent for them or for somebody they act for; an operator what was sent
    to the enti in reach, never a draft.
    """
    is_sent = col(Application.status) != ApplicationStatus.DRAFT
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Application.ente_id).in_(actor.enti)
        case Citizen():
            is_about = sa.and_(is_sent, col(Application.beneficiary_id).in_(actor.people))
            return sa.or_(col(Application.applicant_id) == actor.person_id, is_about)
        case Operator():
            return sa.and_(is_sent, col(Application.ente_id).in_(actor.enti))
        case _:
            return sa.false()


def may_work_on_applications(actor: Actor) -> bool:
    """Whether ``actor`` holds a role that reads and handles applications now."""
    return isinstance(actor, Operator) and actor.has(*DESK_ROLES)
