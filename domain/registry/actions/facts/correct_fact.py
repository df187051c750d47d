"""What was written of a person was wrong, in its words or in its days: it is put right, and the past stays."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.believe_fact import believe_fact
from domain.registry.model.known import Origin
from domain.registry.queries.facts.fact_to_change import fact_to_change
from domain.registry.queries.facts.unknown_codes import unknown_codes
from domain.registry.refusals import PeriodReversed
from domain.registry.rules.facts.kinds import value_of
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource


class CorrectFact(BaseModel):
    """How it should stand: words and days (``ends_on`` is the last one); why is asked."""

    fact_id: UUID
    value: dict[str, Any]
    starts_on: date | None = None
    ends_on: date | None = None
    source: FactSource
    reason: str = Field(min_length=3, max_length=300)


async def correct_fact(work: UnitOfWork, operator: Operator, command: CorrectFact) -> UUID:
    """From now on believe this instead; how it was believed until now stays readable. Give back the new fact's id.

    Refuses NotFound, NotYourSection, ChangedMeanwhile, PeriodReversed, and Invalid by field.
    """
    wrong, known = await fact_to_change(work, operator, command.fact_id)
    value = value_of(wrong.kind, command.value)
    if problems := await unknown_codes(work, known.ente_id, value):
        raise Invalid(problems)
    if command.starts_on and command.ends_on and command.ends_on < command.starts_on:
        raise PeriodReversed
    stretch = Stretch(command.starts_on, command.ends_on + timedelta(days=1) if command.ends_on else None)
    origin = Origin.of(operator, command.source, command.reason)
    return (await believe_fact(work, known, value, stretch, origin, instead_of=wrong)).id
