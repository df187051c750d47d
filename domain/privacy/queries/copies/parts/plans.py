"""The part of a copy that holds the individual plans shared with the person."""

from typing import Any

from domain.casework.queries.care_plan.own_care_plans import OwnPlan, own_care_plans, own_plan
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copied.plan import CopiedCarePlan, CopiedGoal, CopiedPlanAction


async def copied_plans(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """One's own, the newest first; what the office has not shared on the portal is asked of the office."""
    found = []
    for row in await own_care_plans(work, citizen):
        if row.is_own:
            try:
                found.append(_plan(await own_plan(work, citizen, row.id), language))
            except NotFound:  # the office has taken back the only version
                continue
    return {"care_plans": tuple(found)}


def _plan(plan: OwnPlan, language: str) -> CopiedCarePlan:
    shown, row = plan.shown, plan.row
    return CopiedCarePlan(
        id=row.id,
        kind=row.kind,
        status=row.state,
        status_label=say(row.state.label, language),
        number=shown.number,
        starts_on=shown.content.starts_on,
        ends_on=shown.content.ends_on,
        answered_on=shown.answered_on,
        motivations=shown.content.motivations,
        resources=shown.content.resources,
        goals=tuple(
            CopiedGoal(
                text=one.text,
                horizon=one.horizon,
                horizon_label=say(one.horizon.label, language),
                indicator=one.indicator,
                result=say(plan.results[one.key].label, language) if one.key in plan.results else None,
            )
            for one in shown.content.goals
        ),
        actions=tuple(
            CopiedPlanAction(
                text=one.text,
                doer=one.doer,
                doer_label=say(one.doer.label, language),
                who=one.who,
                frequency=one.frequency,
            )
            for one in shown.content.actions
        ),
    )
