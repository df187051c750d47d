"""A plan has come to its end: the result of each goal, and of the whole."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.casework.actions.care_plan.following.settle_checks import settle_checks
from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan import CarePlan, Ending
from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.care_plan.plans import care_plan, version_in_force
from domain.casework.rules.care_plan.content import Goal
from domain.casework.terms.care_plans import GoalResult, PlanStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork


class CloseCarePlan(BaseModel):
    """On which day and why (a code of the ente); the result of each goal by its key, and of the whole."""

    plan_id: UUID
    on: date
    code: str
    result: GoalResult
    results: dict[str, GoalResult] = Field(default_factory=dict)
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""


async def close_care_plan(work: UnitOfWork, operator: Operator, command: CloseCarePlan) -> None:
    """Close it: nothing is changed any more, and no check waits.

    Refuses NotFound, NotActive, and Invalid: on ``goal:<key>`` for each goal without a result, on ``code`` for a reason
    that the ente does not offer, on ``on`` for a day before the start or to come.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_be_active()
    version = await version_in_force(work, plan)
    if version is None:
        raise NotFound
    goals = version.says.goals
    problems = _problems(plan, goals, command, work.today)
    if command.code not in dict((await plan_words(work, plan.ente_id)).closings):
        problems["code"] = _("Scegli una delle risposte.")
    if problems:
        raise Invalid(problems)
    results = {one.key: command.results[one.key] for one in goals}
    await settle_checks(work, plan, ())
    plan.close(results, command.result, Ending(command.code, command.note, command.on, work.now))
    note_step(work, operator, plan, PlanStep.CLOSED, version.number)


def _problems(plan: CarePlan, goals: tuple[Goal, ...], command: CloseCarePlan, today: date) -> dict[str, Text]:
    found: dict[str, Text] = {
        f"goal:{one.key}": _("Scrivi com'è andato questo obiettivo.") for one in goals if one.key not in command.results
    }
    if command.on > today or (plan.starts_on and command.on < plan.starts_on):
        found["on"] = _("Scrivi un giorno tra l'inizio del progetto e oggi.")
    return found
