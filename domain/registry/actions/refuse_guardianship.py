"""An office found that a declared title does not hold."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import GuardianshipRefused
from domain.registry.queries.guardianships import guardianship_to_check


class RefuseGuardianship(BaseModel):
    """Which title, and why: the citizen reads the reason."""

    guardianship_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=1000)]


async def refuse_guardianship(work: UnitOfWork, operator: Operator, command: RefuseGuardianship) -> None:
    """The title never counts. Refuses NotAllowed, NotFound, TitleAlreadyChecked."""
    title = await guardianship_to_check(work, operator, command.guardianship_id)
    title.refuse(operator.operator_id, work.now, command.reason)
    await work.record(
        GuardianshipRefused(
            ente_id=title.ente_id,
            guardianship_id=title.id,
            person_id=title.person_id,
            guardian_id=title.guardian_id,
        )
    )
