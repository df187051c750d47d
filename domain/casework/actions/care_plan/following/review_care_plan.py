"""A plan is checked (verifica): goal by goal, what changes, when the next time is."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.casework.actions.care_plan.following.settle_checks import settle_checks
from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.queries.care_plan.plans import care_plan, checks_of, version_in_force
from domain.casework.rules.care_plan.check_days import days_to_come, with_next
from domain.casework.rules.care_plan.content import Goal
from domain.casework.terms.care_plans import GoalState, PlanStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class GoalFound(BaseModel):
    """Where a goal is, and a note."""

    state: GoalState | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""


class ReviewCarePlan(BaseModel):
    """Which check of which plan, on which day; each goal by its key. ``next_on``: another day than the plan says."""

    plan_id: UUID
    check_id: UUID
    on: date
    goals: dict[str, GoalFound] = Field(default_factory=dict)
    note: Words = ""
    changes: Words = ""
    next_on: date | None = None


async def review_care_plan(work: UnitOfWork, operator: Operator, command: ReviewCarePlan) -> None:
    """Write what was found, for ever; the next check waits on its day.

    Refuses NotFound, NotActive, CheckDone, and Invalid: on ``goal:<key>`` for a goal without a state, on ``on`` for a
    day to come, on ``next_on`` for one that has gone by or lies after the end of the plan.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_be_active()
    version = await version_in_force(work, plan)
    checks = await checks_of(work, plan)
    check = next((one for one in checks if one.id == command.check_id), None)
    if check is None or version is None:
        raise NotFound
    problems = _problems(plan, version.says.goals, command, work.today)
    if command.next_on in {one.due_on for one in checks if one.done_on is not None or one.id == check.id}:
        problems["next_on"] = _("Per questo giorno c'è già una verifica: scrivine un altro.")
    if problems:
        raise Invalid(problems)
    keys = version.says.goal_keys
    found = {key: one.model_dump(mode="json") for key, one in command.goals.items() if key in keys}
    check.be_done(operator.operator_id, command.on, work.now, version.number, found)
    check.say(command.note, command.changes)
    await work.session.flush()  # the days that wait are looked up again
    days = days_to_come([one.due_on for one in checks if one.done_on is None], [check.due_on])
    await settle_checks(work, plan, with_next(days, command.next_on) if command.next_on else days)
    note_step(work, operator, plan, PlanStep.CHECKED, version.number)


def _problems(plan: CarePlan, goals: tuple[Goal, ...], command: ReviewCarePlan, today: date) -> dict[str, Text]:
    found: dict[str, Text] = {
        f"goal:{one.key}": _("Scrivi a che punto è questo obiettivo.")
        for one in goals
        if (said := command.goals.get(one.key)) is None or said.state is None
    }
    if command.on > today or (plan.starts_on and command.on < plan.starts_on):
        found["on"] = _("Scrivi un giorno tra l'inizio del progetto e oggi.")
    if command.next_on and (command.next_on <= today or (plan.ends_on and command.next_on > plan.ends_on)):
        found["next_on"] = _("La prossima verifica è dopo oggi e prima della fine del progetto.")
    return found
