"""A plan is written anew: the version that counts goes on until another one is agreed on."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan_version import CarePlanVersion
from domain.casework.queries.care_plan.plans import care_plan, version_under_way, versions_of
from domain.casework.refusals import VersionUnderWay
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ReviseCarePlan(BaseModel):
    """Which plan."""

    plan_id: UUID


async def revise_care_plan(work: UnitOfWork, operator: Operator, command: ReviseCarePlan) -> int:
    """A draft under the next number, with the words of the newest version; gives back the number.

    Refuses NotFound, PlanHasEnded, VersionUnderWay.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    if await version_under_way(work, plan) is not None:
        raise VersionUnderWay
    newest = (await versions_of(work, plan))[0]
    version = CarePlanVersion(
        ente_id=plan.ente_id,
        plan_id=plan.id,
        person_id=plan.person_id,
        number=newest.number + 1,
        author_id=operator.operator_id,
    )
    version.write(newest.says)
    work.session.add(version)
    note_step(work, operator, plan, PlanStep.REVISED, version.number)
    return version.number
