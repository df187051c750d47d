"""The proposal of the office is shared with the person."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.events import CarePlanShared
from domain.casework.queries.care_plan.plans import care_plan, version_under_way
from domain.casework.refusals import NotProposed
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ShareCarePlan(BaseModel):
    """Which plan; whether the person reads it on the portal too, or on paper only."""

    plan_id: UUID
    is_online: bool


async def share_care_plan(work: UnitOfWork, operator: Operator, command: ShareCarePlan) -> None:
    """The person has it from now on. Who may read the portal with them reads it too: the office chooses.

    Refuses NotFound, PlanHasEnded, NotProposed, VisaLacks.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    version = await version_under_way(work, plan)
    if version is None:
        raise NotProposed
    version.share(work.now, is_online=command.is_online)
    plan.is_online = plan.is_online or command.is_online
    note_step(work, operator, plan, PlanStep.SHARED, version.number)
    told = {"plan_id": plan.id, "person_id": plan.person_id, "number": version.number}
    await work.record(CarePlanShared(ente_id=plan.ente_id, is_online=command.is_online, **told))
