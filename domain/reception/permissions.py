"""Who may do what at the desk, and which sheets an operator knows of: the rule of ``sight`` as conditions for SQL."""

from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, CASE_ROLES, DESK_ROLES, Role
from domain.reception.model.desk import DeskSettings
from domain.reception.model.passing_on import CareProposal, Referral
from domain.reception.model.sheet import ContactSheet
from domain.reception.terms.passing_on import ProposalStatus, ReferralStatus
from domain.reception.terms.sheets import SheetStatus

WRITING_ROLES = (*DESK_ROLES, Role.THIRD_SECTOR)
COUNTING_ROLES = (Role.PLANNER, Role.AMBITO_ADMIN)


def may_work_at_desk(operator: Operator) -> bool:
    """Whether ``operator`` writes and reads contact sheets at all."""
    return operator.has(*WRITING_ROLES)


def may_only_count(operator: Operator) -> bool:
    """Whether ``operator`` sees counts without ever opening a sheet."""
    return operator.has(*COUNTING_ROLES) and not may_work_at_desk(operator)


def may_answer_proposals(operator: Operator) -> bool:
    """Whether ``operator`` says yes or no to proposals to take charge."""
    return operator.has(*CASE_ROLES)


def may_direct(operator: Operator, ente_id: object, office_id: object) -> bool:
    """Whether ``operator`` decides how the desk of an office works: its head, or who administers the ente."""
    if operator.has(Role.OFFICE_HEAD) and office_id == operator.office_id:
        return True
    return (operator.has(Role.ENTE_ADMIN) and ente_id == operator.ente_id) or (
        operator.has(Role.AMBITO_ADMIN) and ente_id in operator.enti
    )


def may_direct_any(operator: Operator) -> bool:
    """Whether ``operator`` decides how some desk works."""
    return operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES)


def may_write_messages(operator: Operator) -> bool:
    """Whether ``operator`` chooses the words of the e-mails between the offices of the own ente."""
    return operator.has(*ADMIN_ROLES)


def is_passed_on_to(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that a sheet was sent or proposed to the operator's office, and was not given back."""
    sent = select(Referral.id).where(
        col(Referral.sheet_id) == col(ContactSheet.id),
        col(Referral.to_office_id) == operator.office_id,
        col(Referral.status) != ReferralStatus.RETURNED,
    )
    proposed = select(CareProposal.id).where(
        col(CareProposal.sheet_id) == col(ContactSheet.id),
        col(CareProposal.to_office_id) == operator.office_id,
        col(CareProposal.status) != ProposalStatus.REFUSED,
    )
    return sa.or_(sa.exists(sent), sa.exists(proposed))


def known_to(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that the operator may learn that a sheet exists; row-level security hides people besides."""
    author = cast(Any, col(ContactSheet.operator_id) == operator.operator_id)
    office = cast(Any, col(ContactSheet.office_id) == operator.office_id)
    if not may_work_at_desk(operator):
        return sa.false()
    shown = sa.not_(col(ContactSheet.is_hidden))
    drafts = sa.or_(col(ContactSheet.status) != SheetStatus.DRAFT, author)
    if not operator.has(*DESK_ROLES):
        return sa.and_(office, drafts, sa.or_(shown, author))
    reach = sa.or_(col(ContactSheet.ente_id).in_(operator.enti), is_passed_on_to(operator))
    hidden = sa.or_(office, is_passed_on_to(operator)) if operator.has(*CASE_ROLES) else sa.false()
    return sa.and_(reach, drafts, sa.or_(shown, author, hidden))


def opened_to(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that the operator may open a sheet: known, and not masked for other offices."""
    masked = select(DeskSettings.id).where(
        col(DeskSettings.office_id) == col(ContactSheet.office_id), col(DeskSettings.is_masked_elsewhere)
    )
    near = sa.or_(
        col(ContactSheet.office_id) == operator.office_id,
        col(ContactSheet.operator_id) == operator.operator_id,
        is_passed_on_to(operator),
    )
    return sa.and_(known_to(operator), sa.or_(near, sa.not_(sa.exists(masked))))
