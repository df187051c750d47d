"""The person answers to a plan from the portal."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.actions.care_plan.agreeing.settle_answer import settle_answer
from domain.casework.events import CarePlanAnswered
from domain.casework.queries.care_plan.plan_rules import plan_rules
from domain.casework.queries.care_plan.plans import own_care_plan, shared_versions
from domain.casework.refusals import AnswersOnPaper, NotShared
from domain.casework.terms.care_plans import AnswerWay, VersionState
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class AnswerCarePlan(BaseModel):
    """Yes or no to the version ``number``, as it was read (``sha256``); a no says why."""

    plan_id: UUID
    number: int
    sha256: str
    is_accepted: bool
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def answer_care_plan(work: UnitOfWork, citizen: Citizen, command: AnswerCarePlan) -> None:
    """For themselves or somebody they represent. A yes brings the version into force; the office is told.

    Refuses NotFound, PlanHasEnded, AnswersOnPaper where the ente takes no answers here, NotShared when it is not this
    version any more, or was answered, and Invalid for a no without a note.
    """
    plan = await own_care_plan(work, citizen, command.plan_id, for_update=True)
    plan.must_go_on()
    if not (await plan_rules(work, plan.ente_id)).is_answered_online:
        raise AnswersOnPaper
    if not command.is_accepted and not command.note:
        raise Invalid({"note": _("Scrivi perché non sei d'accordo.")})
    found = [one for one in await shared_versions(work, plan) if one.state is VersionState.SHARED]
    if not found or (found[0].number, found[0].sha256) != (command.number, command.sha256):
        raise NotShared
    version = found[0]
    version.answer(
        AnswerWay.PORTAL,
        work.today,
        work.now,
        command.note,
        is_accepted=command.is_accepted,
        citizen_id=citizen.person_id,
    )
    told = CarePlanAnswered(
        ente_id=plan.ente_id, plan_id=plan.id, number=version.number, is_accepted=command.is_accepted
    )
    await settle_answer(work, citizen, plan, version)
    await work.record(told)
