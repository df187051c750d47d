"""The days on which a plan is checked are written down: those that were done stay, those that wait are made anew."""

from collections.abc import Collection
from datetime import date

from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_check import CarePlanCheck
from domain.casework.queries.care_plan.plans import checks_of
from domain.platform.work import UnitOfWork


async def settle_checks(work: UnitOfWork, plan: CarePlan, wanted: Collection[date]) -> None:
    """``wanted`` are the days that wait from now on, none of them one that was done.

    A day that waits already keeps its row: who was told of it is not told again.
    """
    waiting = {one.due_on: one for one in await checks_of(work, plan) if one.done_on is None}
    for day, check in waiting.items():
        if day not in wanted:
            await work.session.delete(check)
    for day in wanted:
        if day not in waiting:
            work.session.add(CarePlanCheck(ente_id=plan.ente_id, plan_id=plan.id, person_id=plan.person_id, due_on=day))
    plan.next_check_on = min(wanted, default=None)
