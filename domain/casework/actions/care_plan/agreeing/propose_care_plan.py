"""A version of a plan is whole: the office proposes it."""

from uuid import UUID

from pydantic import BaseModel

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.events import CarePlanProposed
from domain.casework.permissions import may_give_plan_visas
from domain.casework.queries.care_plan.plan_rules import plan_rules
from domain.casework.queries.care_plan.plans import draft_of
from domain.casework.refusals import PlanLacks
from domain.casework.rules.care_plan.content import what_lacks
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ProposeCarePlan(BaseModel):
    """Which plan."""

    plan_id: UUID


async def propose_care_plan(work: UnitOfWork, operator: Operator, command: ProposeCarePlan) -> None:
    """Nobody writes in it from now on; where the ente wants a visa, the heads of the office are told.

    What a head proposes needs no visa. Refuses NotFound, PlanHasEnded, NotADraft, PlanLacks.
    """
    plan, version = await draft_of(work, operator, command.plan_id)
    if lacks := what_lacks(version.says):
        raise PlanLacks(lacks)
    rules = await plan_rules(work, plan.ente_id)
    version.propose(is_visa_wanted=rules.is_visa_wanted and not may_give_plan_visas(operator))
    note_step(work, operator, plan, PlanStep.PROPOSED, version.number)
    if version.waits_for_visa:
        await work.record(CarePlanProposed(ente_id=plan.ente_id, plan_id=plan.id, number=version.number))
