"""How many plans ended before a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.terms.care_plans import PlanState
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_plans(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Plans closed or interrupted before an instant, by ente; one that goes on is never old."""
    over = (
        col(CarePlan.state).in_((PlanState.CLOSED, PlanState.INTERRUPTED)),
        col(CarePlan.closed_at) < before,
    )
    return await count_by_ente(work, CarePlan, over, enti)
