"""A plan is begun for the person of a case."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.actions.care_plan.note_step import note_step
from domain.casework.model.care_plan.plan import CarePlan
from domain.casework.model.care_plan.plan_version import CarePlanVersion
from domain.casework.model.case import Case
from domain.casework.permissions import may_follow_cases
from domain.casework.queries.care_plan.plan_words import plan_words
from domain.casework.queries.cases import case, joined_cases
from domain.casework.refusals import NotACaseRole
from domain.casework.rules.care_plan.content import PlanContent
from domain.casework.terms.care_plans import PlanStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class DrawUpCarePlan(BaseModel):
    """For the person of which case, of which kind (a code of the ente); starting from what the last plan said?"""

    case_id: UUID
    kind: str
    is_copied: bool = False


async def draw_up_care_plan(work: UnitOfWork, operator: Operator, command: DrawUpCarePlan) -> UUID:
    """Begin it with a first draft, and answer for it; gives back its id.

    A copy takes the words of the last plan of the case, never its days. Refuses NotFound, NotACaseRole, and Invalid on
    ``kind`` when the ente does not offer it.
    """
    found = await case(work, operator, command.case_id)
    if not may_follow_cases(operator):
        raise NotACaseRole
    if command.kind not in dict((await plan_words(work, found.ente_id)).kinds):
        raise Invalid({"kind": _("Scegli una delle risposte.")})
    content = await _last_words(work, found) if command.is_copied else PlanContent()
    plan = CarePlan(
        ente_id=found.ente_id,
        case_id=found.id,
        person_id=found.person_id,
        office_id=operator.office_id,
        responsible_id=operator.operator_id,
        kind=command.kind,
    )
    work.session.add(plan)
    await work.session.flush()  # version and history refer to the plan
    version = CarePlanVersion(
        ente_id=plan.ente_id, plan_id=plan.id, person_id=plan.person_id, number=1, author_id=operator.operator_id
    )
    version.write(content)
    work.session.add(version)
    note_step(work, operator, plan, PlanStep.DRAWN_UP, 1)
    return plan.id


async def _last_words(work: UnitOfWork, found: Case) -> PlanContent:
    """What the newest plan of the case says in its newest version, without its days; nothing when there is none."""
    newest = (
        select(CarePlanVersion)
        .join(CarePlan, col(CarePlan.id) == col(CarePlanVersion.plan_id))
        .where(col(CarePlan.case_id).in_(await joined_cases(work, found)))
        .order_by(col(CarePlan.created_at).desc(), col(CarePlanVersion.number).desc())
        .limit(1)
    )
    last = (await work.session.exec(newest)).first()
    if last is None:
        return PlanContent()
    words = last.says
    undated = tuple(one.model_copy(update={"starts_on": None, "ends_on": None}) for one in words.actions)
    return words.model_copy(update={"starts_on": None, "ends_on": None, "checks_on": (), "actions": undated})
