"""What follows from the person's answer: which version counts, and the days on which the plan is checked."""

from sqlmodel import col, select

from domain.casework.actions.care_plan.following.settle_checks import settle_checks
from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_version import CarePlanVersion
from domain.casework.queries.care_plan.plans import checks_of
from domain.casework.rules.care_plan.check_days import check_days, days_to_come
from domain.casework.terms.care_plans import PlanStep, VersionState
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork, as_the_program


async def settle_answer(work: UnitOfWork, actor: Actor, plan: CarePlan, version: CarePlanVersion) -> None:
    """For an answered version of a locked plan. The program does it: who answers may be the person."""
    async with as_the_program(work, "settle the answer to a plan"):
        if version.state is not VersionState.ACCEPTED:
            note_step(work, actor, plan, PlanStep.REFUSED, version.number, version.answer_note)
            return
        before = select(CarePlanVersion).where(
            col(CarePlanVersion.plan_id) == plan.id, col(CarePlanVersion.number) == plan.number_in_force
        )
        for one in (await work.session.exec(before)).all():
            one.be_replaced()
        content = version.says
        plan.come_into_force(version.number, content.starts_on, content.ends_on)
        done = [one.due_on for one in await checks_of(work, plan) if one.done_on is not None]
        await settle_checks(work, plan, days_to_come(check_days(content), done))
        note_step(work, actor, plan, PlanStep.ACCEPTED, version.number, version.answer_note)
