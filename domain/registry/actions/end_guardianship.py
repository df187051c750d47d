"""A title to act for somebody gets its last day."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import GuardianshipEnded
from domain.registry.queries.guardianships import guardianship_to_check


class EndGuardianship(BaseModel):
    """Which title, and the last day on which it counts."""

    guardianship_id: UUID
    last_day: date


async def end_guardianship(work: UnitOfWork, operator: Operator, command: EndGuardianship) -> None:
    """It counts up to ``last_day``, midnight in Italy. Refuses NotAllowed, NotFound, PeriodReversed."""
    title = await guardianship_to_check(work, operator, command.guardianship_id)
    title.end(command.last_day)
    await work.record(
        GuardianshipEnded(
            ente_id=title.ente_id,
            guardianship_id=title.id,
            person_id=title.person_id,
            guardian_id=title.guardian_id,
        )
    )
