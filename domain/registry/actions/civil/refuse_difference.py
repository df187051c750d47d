"""An operator keeps what we hold, whatever the civil registry says."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import DifferenceRefused
from domain.registry.queries.civil.difference_to_decide import difference_to_decide
from domain.registry.terms.civil import DifferenceStatus


class RefuseDifference(BaseModel):
    """Which difference, and why."""

    difference_id: UUID
    reason: Annotated[str, AfterValidator(str.strip), Field(min_length=3, max_length=300)]


async def refuse_difference(work: UnitOfWork, operator: Operator, command: RefuseDifference) -> None:
    """Change nothing; it does not come back while both sides say the same. Refuses NotFound, DifferenceDecided."""
    found, known = await difference_to_decide(work, operator, command.difference_id)
    found.decide(DifferenceStatus.REFUSED, operator.operator_id, work.now, command.reason)
    await work.record(
        DifferenceRefused(
            ente_id=found.ente_id,
            difference_id=found.id,
            person_id=known.id,
            kind=found.kind,
            operator_id=operator.operator_id,
        )
    )
