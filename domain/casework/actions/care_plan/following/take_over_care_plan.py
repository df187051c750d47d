"""Another operator answers for a plan."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.queries.care_plan.plans import care_plan
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class TakeOverCarePlan(BaseModel):
    """Which plan."""

    plan_id: UUID


async def take_over_care_plan(work: UnitOfWork, operator: Operator, command: TakeOverCarePlan) -> None:
    """``operator`` is told of its checks from now on. Refuses NotFound, PlanHasEnded."""
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    if plan.responsible_id == operator.operator_id:
        return
    plan.be_followed_by(operator.operator_id, operator.office_id)
    note_step(work, operator, plan, PlanStep.TAKEN_OVER, plan.number_in_force)
