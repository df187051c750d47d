"""Of which checks somebody is to be told today: the program's question, some at a time."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.model.care_plan.plan_check import CarePlanCheck
from domain.casework.model.care_plan.plan_rules import CarePlanRules
from domain.casework.queries.care_plan.plan_rules import WARNING_DAYS
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

AT_ONCE = 200


async def checks_to_tell(work: UnitOfWork, system: System, after: UUID | None = None) -> Sequence[CarePlanCheck]:
    """Checks that wait, whose day has come or comes within the days of warning of their ente, and not told of yet.

    In the order of their ids, at most 200, from the one after ``after``; locked, so that each is told of once.
    """
    ahead = sa.func.coalesce(col(CarePlanRules.warning_days), WARNING_DAYS)
    due, warned = col(CarePlanCheck.told_at).is_(None), col(CarePlanCheck.warned_at).is_(None)
    today: sa.ColumnElement[date] = sa.cast(sa.literal(work.today), sa.Date)
    wanted = (
        select(CarePlanCheck)
        .outerjoin(CarePlanRules, col(CarePlanRules.ente_id) == col(CarePlanCheck.ente_id))
        .where(
            col(CarePlanCheck.done_on).is_(None),
            sa.or_(
                sa.and_(due, col(CarePlanCheck.due_on) <= today),
                sa.and_(warned, col(CarePlanCheck.due_on) > today, col(CarePlanCheck.due_on) <= today + ahead),
            ),
        )
        .order_by(col(CarePlanCheck.id))
        .limit(AT_ONCE)
        .with_for_update(of=CarePlanCheck)
    )
    if after is not None:
        wanted = wanted.where(col(CarePlanCheck.id) > after)
    return (await work.session.exec(wanted)).all()
