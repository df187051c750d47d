"""A plan goes on no longer, before its end."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.actions.care_plan.following.settle_checks import settle_checks
from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan import Ending
from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.care_plan.plans import care_plan
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork


class InterruptCarePlan(BaseModel):
    """On which day, why (a code of the ente), and in words."""

    plan_id: UUID
    on: date
    code: str
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


async def interrupt_care_plan(work: UnitOfWork, operator: Operator, command: InterruptCarePlan) -> None:
    """Interrupt it, also before the person has agreed to it: no check waits any more.

    Refuses NotFound, PlanHasEnded, and Invalid for a reason that the ente does not offer or a day to come.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    problems: dict[str, Text] = {}
    if command.code not in dict((await plan_words(work, plan.ente_id)).closings):
        problems["code"] = _("Scegli una delle risposte.")
    if command.on > work.today:
        problems["on"] = _("Questo giorno è nel futuro. Scrivi quando il progetto si è fermato.")
    if problems:
        raise Invalid(problems)
    await settle_checks(work, plan, ())
    plan.interrupt(Ending(command.code, command.note, command.on, work.now))
    note_step(work, operator, plan, PlanStep.INTERRUPTED, plan.number_in_force)
