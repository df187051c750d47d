"""Who may ask for what about whose data, and who answers: one rule, as a filter for SQL and as a yes or no."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.kernel.titles import Title
from domain.privacy.model.personal_copy import PersonalCopy
from domain.privacy.model.rectification import Rectification

COPY_TITLES = (Title.SELF, Title.PARENT, Title.GUARDIAN)
"""Curators and support administrators act within the words of a decree, which only the office can read."""
RECTIFICATION_READERS = (*DESK_ROLES, Role.AUDITOR)
RETENTION_READERS = (*ADMIN_ROLES, Role.AUDITOR)


def may_ask_copy(citizen: Citizen, person_id: UUID) -> bool:
    """Whether ``citizen`` gets from the portal a copy of all data of the person: oneself, a child, a ward."""
    return citizen.title_for(person_id) in COPY_TITLES


def copies_shown_to(citizen: Citizen) -> sa.ColumnElement[bool]:
    """The SQL condition that a copy is about the citizen, or was asked by them for somebody they still act for."""
    asked = sa.and_(col(PersonalCopy.asked_by_id) == citizen.person_id, col(PersonalCopy.person_id).in_(citizen.people))
    return sa.or_(col(PersonalCopy.person_id) == citizen.person_id, asked)


def rectifications_shown_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may see a request: about one's people, or come to the enti in reach."""
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Rectification.ente_id).in_(actor.enti)
        case Citizen():
            return col(Rectification.person_id).in_(actor.people)
        case Operator() if actor.has(*RECTIFICATION_READERS):
            return col(Rectification.ente_id).in_(actor.enti)
        case _:
            return sa.false()


def may_answer_rectifications(operator: Operator) -> bool:
    """Whether ``operator`` puts data right, or says why not; the auditor only looks on."""
    return operator.has(*DESK_ROLES)


def may_set_retention(operator: Operator) -> bool:
    """Whether ``operator`` decides for how long data is kept: it is one table for the whole ambito."""
    return operator.has(Role.AMBITO_ADMIN)


def may_see_retention(operator: Operator) -> bool:
    """Whether ``operator`` sees the terms, and how many rows they would reach in the enti in reach."""
    return operator.has(*RETENTION_READERS)
