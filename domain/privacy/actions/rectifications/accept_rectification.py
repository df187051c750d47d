"""An office puts right what a citizen has said is wrong."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.privacy.events import RectificationAnswered
from domain.privacy.queries.rectifications.rectifications import rectification_to_answer
from domain.privacy.refusals import AlreadyAnswered, ValuesNeeded
from domain.privacy.terms import RectificationStatus
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.terms import FactSource

REASON = "art. 16 GDPR"


class AcceptRectification(BaseModel):
    """What was done, for the citizen to read; of a request about a fact, how the fact stands from now on."""

    rectification_id: UUID
    answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000)]
    value: dict[str, Any] = Field(default_factory=dict)
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource = FactSource.PERSON


async def accept_rectification(work: UnitOfWork, operator: Operator, command: AcceptRectification) -> None:
    """The fact is corrected in the same transaction, the past stays readable, and the citizen is told.

    Refuses NotAllowed, NotFound, AlreadyAnswered, ValuesNeeded; and what a correction refuses: NotYourSection,
    ChangedMeanwhile, PeriodReversed, Invalid by field.
    """
    asked = await rectification_to_answer(work, operator, command.rectification_id)
    if asked.status is not RectificationStatus.OPEN:
        raise AlreadyAnswered
    new_fact_id = None
    if asked.fact_id is not None:
        if not command.value:
            raise ValuesNeeded
        correction = CorrectFact(
            fact_id=asked.fact_id,
            value=command.value,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
            source=command.source,
            reason=REASON,
        )
        new_fact_id = await correct_fact(work, operator, correction)
    asked.accept(operator.operator_id, work.now, command.answer, new_fact_id)
    await work.record(
        RectificationAnswered(
            ente_id=asked.ente_id, rectification_id=asked.id, person_id=asked.person_id, is_accepted=True
        )
    )
    await work.defer("tell_of_rectification", str(asked.id))
