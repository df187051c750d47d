"""An action of a plan is written, or written anew: who does what, how often, from when to when."""

from datetime import date
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, StringConstraints

from domain.casework.queries.care_plan.plans import draft_of
from domain.casework.queries.care_plan.services_offered import services_offered
from domain.casework.rules.care_plan.content import MOST_PIECES, PlanAction, PlanContent, with_piece
from domain.casework.terms.care_plans import Doer
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class KeepPlanAction(BaseModel):
    """What is done, by whom (``who`` says it by name), for which goal; ``key`` as for a goal."""

    plan_id: UUID
    key: str = ""
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
    doer: Doer
    who: Short = ""
    goal: str = ""
    frequency: Short = ""
    starts_on: date | None = None
    ends_on: date | None = None
    service_id: UUID | None = None


async def keep_plan_action(work: UnitOfWork, operator: Operator, command: KeepPlanAction) -> str:
    """Keep it in the draft; gives back its key.

    Refuses NotFound, also for a key the draft does not have, PlanHasEnded, NotADraft, and Invalid for a goal or a
    service that is not there, and days out of order.
    """
    _plan, version = await draft_of(work, operator, command.plan_id)
    content = version.says
    known = {one.key: one.service_id for one in content.actions}
    if command.key and command.key not in known:
        raise NotFound
    problems = _problems(content, command)
    is_new = command.service_id and command.service_id != known.get(command.key)  # one that has ended may stay
    if is_new and command.service_id not in {offered for offered, _title in await services_offered(work, operator)}:
        problems["service_id"] = _("Scegli una delle risposte.")
    if problems:
        raise Invalid(problems)
    key = command.key or uuid4().hex[:12]
    action = PlanAction(key=key, **command.model_dump(exclude={"plan_id", "key"}))
    version.write(with_piece(content, "actions", action))
    return key


def _problems(content: PlanContent, command: KeepPlanAction) -> dict[str, Text]:
    found: dict[str, Text] = {}
    if not command.key and len(content.actions) >= MOST_PIECES:
        found["text"] = _("Ci sono già troppe azioni: togline una.")
    if command.goal and command.goal not in content.goal_keys:
        found["goal"] = _("Scegli una delle risposte.")
    if command.starts_on and command.ends_on and command.ends_on < command.starts_on:
        found["ends_on"] = _("L'ultimo giorno viene dopo il primo.")
    return found
