"""A head of the office lets a proposed plan go, or sends it back."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.permissions import may_give_plan_visas
from domain.casework.queries.care_plan.plans import care_plan, version_under_way
from domain.casework.refusals import NotAPlanHead, NotProposed
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class AnswerPlanVisa(BaseModel):
    """Of which plan, and yes or no; a no says what to put right."""

    plan_id: UUID
    is_given: bool
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def answer_plan_visa(work: UnitOfWork, operator: Operator, command: AnswerPlanVisa) -> None:
    """Given, it can be shared; refused, it is a draft again, and the note stays in the history.

    Refuses NotFound, PlanHasEnded, NotAPlanHead, NotProposed when no visa is waited for, and Invalid on ``note``.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    if not may_give_plan_visas(operator):
        raise NotAPlanHead
    if not command.is_given and not command.note:
        raise Invalid({"note": _("Scrivi che cosa va cambiato.")})
    version = await version_under_way(work, plan)
    if version is None:
        raise NotProposed
    if command.is_given:
        version.give_visa(operator.operator_id, work.now)
    else:
        version.refuse_visa()
    step = PlanStep.VISA_GIVEN if command.is_given else PlanStep.VISA_REFUSED
    note_step(work, operator, plan, step, version.number, command.note)
