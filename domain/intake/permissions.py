"""Who may see an application: one rule, as a filter for SQL. Row-level security says the same again."""

import sqlalchemy as sa
from sqlmodel import col

from domain.intake.model.application import Application
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Actor, Citizen, Companion, Mandate, Operator, System
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.kernel.titles import Title


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may see an application.

    A citizen sees what was sent for them, for somebody they represent, or within the scope of a delegation; and their
    own drafts for these people, or for somebody they have declared. What they sent for somebody whom they no longer act
    for is not theirs to see. An operator sees what was sent to the enti in reach, never a draft. What is
    filled in at the desk has a door of its own (``entered_at_desk``), also for citizens' drafts that are shared; a
    screen to follow it sees that one application.
    """
    is_sent = col(Application.status) != ApplicationStatus.DRAFT
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Application.ente_id).in_(actor.enti)
        case Citizen():
            concerns = sa.or_(
                col(Application.beneficiary_id).in_(actor.people), *[_within(mandate) for mandate in actor.mandates]
            )
            declared = col(Application.beneficiary_id).in_(actor.prepares_for)
            own_draft = sa.and_(
                sa.not_(is_sent),
                col(Application.applicant_id) == actor.person_id,
                sa.or_(col(Application.entered_by_id).is_(None), col(Application.shared_at).is_not(None)),
            )
            return sa.or_(sa.and_(is_sent, concerns), sa.and_(own_draft, sa.or_(concerns, declared)))
        case Operator():
            return sa.and_(is_sent, col(Application.ente_id).in_(actor.enti))
        case Companion():
            return sa.and_(sa.not_(is_sent), col(Application.id) == actor.application_id)
        case _:
            return sa.false()


def entered_at_desk(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that an application is filled in, or was, by an operator of an ente in reach; or is shared."""
    is_of_desk = sa.or_(col(Application.entered_by_id).is_not(None), col(Application.shared_at).is_not(None))
    return sa.and_(is_of_desk, col(Application.ente_id).in_(operator.enti))


def _within(mandate: Mandate) -> sa.ColumnElement[bool]:
    """The application is within the scope of the delegation."""
    theirs = col(Application.beneficiary_id) == mandate.person_id
    if mandate.service_id is None and mandate.application_id is None:
        return theirs
    is_service = col(Application.service_id) == mandate.service_id
    return sa.and_(theirs, sa.or_(is_service, col(Application.id) == mandate.application_id))


def title_in(citizen: Citizen, application: Application) -> Title | None:
    """By which title ``citizen`` acts in ``application`` now; None when by none."""
    return citizen.title_for(
        application.beneficiary_id, service_id=application.service_id, application_id=application.id
    )


def may_handle(citizen: Citizen, application: Application) -> bool:
    """Whether ``citizen`` goes on with ``application``: sends files, gives it up.

    Who sent it and still may act, who gets the help, and who is delegated for it; not the other parent.
    """
    title = title_in(citizen, application)
    if application.is_draft or title is None:
        return title is not None and application.applicant_id == citizen.person_id
    mine = citizen.person_id in (application.applicant_id, application.beneficiary_id)
    return mine or title.is_delegated


def may_work_on_applications(actor: Actor) -> bool:
    """Whether ``actor`` holds a role that reads and handles applications now."""
    return isinstance(actor, Operator) and actor.has(*DESK_ROLES)


def may_write_letters(operator: Operator) -> bool:
    """Whether the operator chooses the words of the ente's letters, and how its decisions are appealed."""
    return operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES)
