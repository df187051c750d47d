"""What the person said to a plan on paper, noted by the office."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.actions.care_plan.agreeing.settle_answer import settle_answer
from domain.casework.queries.care_plan.plans import care_plan, version_under_way
from domain.casework.refusals import NotShared
from domain.casework.terms.care_plans import AnswerWay
from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork


class NotePlanAnswer(BaseModel):
    """Yes or no, on which day; a no says why, in the person's words."""

    plan_id: UUID
    is_accepted: bool
    on: date
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def note_plan_answer(work: UnitOfWork, operator: Operator, command: NotePlanAnswer) -> None:
    """A yes brings the version into force, in the place of the one before.

    Refuses NotFound, PlanHasEnded, NotShared, and Invalid for a day before it was shared or to come, or a no without
    a note.
    """
    plan = await care_plan(work, operator, command.plan_id, for_update=True)
    plan.must_go_on()
    version = await version_under_way(work, plan)
    if version is None or version.shared_at is None:
        raise NotShared
    problems: dict[str, Text] = {}
    if not day_of(version.shared_at) <= command.on <= work.today:
        problems["on"] = _("Scrivi un giorno tra quello in cui hai condiviso il progetto e oggi.")
    if not command.is_accepted and not command.note:
        problems["note"] = _("Scrivi perché la persona non è d'accordo.")
    if problems:
        raise Invalid(problems)
    version.answer(AnswerWay.PAPER, command.on, work.now, command.note, is_accepted=command.is_accepted)
    await settle_answer(work, operator, plan, version)
