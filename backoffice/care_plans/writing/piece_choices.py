"""Among what one chooses in the forms of goals, actions and people."""

from typing import Any

from domain.casework.queries.care_plan.plan_file import PlanFile
from domain.casework.queries.care_plan.services_offered import services_offered
from domain.casework.terms.care_plans import Doer, Horizon, PartyKind, Presence
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.locale import sentence

LONGEST = 80


async def goal_choices(_work: UnitOfWork, _operator: Operator, file: PlanFile, key: str) -> dict[str, Any]:
    """Times, and the areas of the ente; the area a goal has already stays, also when it is offered no more."""
    areas = [*file.words.areas]
    known = next((one.area for one in file.shown.content.goals if one.key == key), "")
    if known and known not in dict(areas):
        areas.append((known, file.words.area(known)))
    return {"horizons": [(one.value, sentence(one.label)) for one in Horizon], "areas": areas}


async def action_choices(work: UnitOfWork, operator: Operator, file: PlanFile, _key: str) -> dict[str, Any]:
    """Who does it, for which goal, and the services on offer."""
    goals = [(one.key, one.text[:LONGEST]) for one in file.shown.content.goals]
    doers = [(one.value, sentence(one.label)) for one in Doer]
    return {"doers": doers, "goals": goals, "services": await services_offered(work, operator)}


async def party_choices(_work: UnitOfWork, _operator: Operator, _file: PlanFile, _key: str) -> dict[str, Any]:
    """In which quality, and how they took part."""
    kinds = [(one.value, sentence(one.label)) for one in PartyKind]
    return {"kinds": kinds, "presences": [(one.value, sentence(one.label)) for one in Presence]}
