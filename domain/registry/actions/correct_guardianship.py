"""What was written of a title is put right."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import guardianship_to_check
from domain.registry.terms import GuardianshipKind


class CorrectGuardianship(BaseModel):
    """The title as it should stand."""

    guardianship_id: UUID
    kind: GuardianshipKind
    decree: str = Field(default="", max_length=300)
    decree_on: date | None = None
    court: str | None = Field(default=None, max_length=200)
    scope: str | None = Field(default=None, max_length=2000)
    starts_on: date
    ends_on: date | None = None


async def correct_guardianship(work: UnitOfWork, operator: Operator, command: CorrectGuardianship) -> None:
    """Take the new facts over; whom it joins never changes. Refuses NotAllowed, NotFound, PeriodReversed."""
    title = await guardianship_to_check(work, operator, command.guardianship_id)
    facts = command.model_dump(exclude={"guardianship_id", "starts_on", "ends_on"})
    title.correct(facts, command.starts_on, command.ends_on)
