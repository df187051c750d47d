"""The office takes a proposed version back, to write in it again."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.queries.care_plan.plans import care_plan, version_under_way
from domain.casework.refusals import NotProposed
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class TakeBackCarePlan(BaseModel):
    """Which plan."""

    plan_id: UUID


async def take_back_care_plan(work: UnitOfWork, operator: Operator, command: TakeBackCarePlan) -> None:
    """A draft again, as long as the person has not answered: they do not see it meanwhile.

    Refuses NotFound, PlanHasEnded, NotProposed.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    version = await version_under_way(work, plan)
    if version is None:
        raise NotProposed
    version.take_back()
    note_step(work, operator, plan, PlanStep.TAKEN_BACK, version.number)
