"""Who may see and do what with cases: filters for SQL, and a yes or no from the same rule."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from domain.casework.terms import DiaryKind
from domain.casework.terms.care_plans import RULING_ROLES
from domain.kernel.actor import Operator
from domain.kernel.roles import CASE_ROLES, DESK_ROLES, Role

# What desk and clerks need to answer on the telephone; what people tell in an interview is for those who follow cases.
FACTS_OF_THE_PROCEDURE = (
    DiaryKind.AUTOMATIC,
    DiaryKind.APPLICATION_WITHDRAWN,
    DiaryKind.APPLICATION_DECIDED,
    DiaryKind.TAKEN_IN_CHARGE,
    DiaryKind.PROPOSAL_ACCEPTED,
)


def may_read_cases(operator: Operator) -> bool:
    """Whether ``operator`` works with applications and cases at all."""
    return operator.has(*DESK_ROLES)


def may_follow_cases(operator: Operator) -> bool:
    """Whether ``operator`` may take charge of cases and write in their diaries."""
    return operator.has(*CASE_ROLES)


def within_reach(operator: Operator, ente_column: Any) -> sa.ColumnElement[bool]:
    """The SQL condition that a row belongs to an ente in which ``operator`` reads cases."""
    return col(ente_column).in_(operator.enti) if may_read_cases(operator) else sa.false()


def diary_kinds(operator: Operator) -> tuple[DiaryKind, ...]:
    """The kinds of diary entries ``operator`` may read."""
    return tuple(DiaryKind) if may_follow_cases(operator) else FACTS_OF_THE_PROCEDURE


def follows_within(operator: Operator, ente_column: Any) -> sa.ColumnElement[bool]:
    """The SQL condition that a row belongs to an ente in which ``operator`` follows cases: plans are theirs alone."""
    return col(ente_column).in_(operator.enti) if may_follow_cases(operator) else sa.false()


def may_give_plan_visas(operator: Operator) -> bool:
    """Whether ``operator`` answers for the visa of a plan; what they propose themselves needs none."""
    return operator.has(Role.OFFICE_HEAD)


def may_rule_plans(operator: Operator) -> bool:
    """Whether ``operator`` says by which rules the ente makes its plans."""
    return operator.has(*RULING_ROLES)
