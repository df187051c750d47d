"""A goal of a plan is written, or written anew."""

from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, StringConstraints

from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.care_plan.plans import draft_of
from domain.casework.rules.care_plan.content import MOST_PIECES, Goal, with_piece
from domain.casework.terms.care_plans import Horizon
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class KeepGoal(BaseModel):
    """What should be reached and by when; ``key`` names the goal that is written anew, empty for another one."""

    plan_id: UUID
    key: str = ""
    horizon: Horizon
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
    area: str = ""
    indicator: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


async def keep_goal(work: UnitOfWork, operator: Operator, command: KeepGoal) -> str:
    """Keep it in the draft; gives back its key, which stays the same in every version.

    Refuses NotFound, also for a key the draft does not have, PlanHasEnded, NotADraft, and Invalid.
    """
    plan, version = await draft_of(work, operator, command.plan_id)
    content = version.says
    if command.key and command.key not in content.goal_keys:
        raise NotFound
    if not command.key and len(content.goals) >= MOST_PIECES:
        raise Invalid({"text": _("Ci sono già troppi obiettivi: togline uno.")})
    if command.area and command.area not in dict((await plan_words(work, plan.ente_id)).areas):
        known = {one.key: one.area for one in content.goals}
        if command.area != known.get(command.key):  # what was once chosen may stay, also when it is offered no more
            raise Invalid({"area": _("Scegli una delle risposte.")})
    key = command.key or uuid4().hex[:12]
    goal = Goal(key=key, **command.model_dump(exclude={"plan_id", "key"}))
    version.write(with_piece(content, "goals", goal))
    return key
