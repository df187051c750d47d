"""An office does not change what a citizen has said is wrong, and says why."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.privacy.events import RectificationAnswered
from domain.privacy.queries.rectifications.rectifications import rectification_to_answer


class RefuseRectification(BaseModel):
    """Which request, and why: the citizen reads it, with the ways to complain (GDPR art. 12 par. 4)."""

    rectification_id: UUID
    refusal_reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


async def refuse_rectification(work: UnitOfWork, operator: Operator, command: RefuseRectification) -> None:
    """Nothing changes in the data, and the citizen is told. Refuses NotAllowed, NotFound, AlreadyAnswered."""
    asked = await rectification_to_answer(work, operator, command.rectification_id)
    asked.refuse(operator.operator_id, work.now, command.refusal_reason)
    await work.record(
        RectificationAnswered(
            ente_id=asked.ente_id, rectification_id=asked.id, person_id=asked.person_id, is_accepted=False
        )
    )
    await work.defer("tell_of_rectification", str(asked.id))
