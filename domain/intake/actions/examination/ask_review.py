"""The person asks the office to look again at its decision."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from domain.intake.permissions import may_handle
from domain.intake.queries.examination.ways_of_citizen import review_of
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotUnderWay, NotYourPerson
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.proceeding_of import proceeding_of


class AskReview(BaseModel):
    """What the procedure asks for it, by field."""

    application_id: UUID
    fields: dict[str, Any] = Field(default_factory=dict)


async def ask_review(work: UnitOfWork, citizen: Citizen, command: AskReview) -> None:
    """The office has to answer again. Refuses NotFound, NotYourPerson, NotUnderWay, Invalid by field."""
    application = await own_application(work, citizen, command.application_id, for_update=True)
    if not may_handle(citizen, application):
        raise NotYourPerson
    found = await proceeding_of(work, citizen, application.id)
    transition = review_of(found)
    if transition is None:
        raise NotUnderWay
    fired = FireTransition(proceeding_id=found.id, transition=transition.key, fields=command.fields)
    await fire_transition(work, citizen, fired)
