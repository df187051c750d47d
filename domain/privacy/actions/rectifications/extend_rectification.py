"""An office needs more time for an answer (GDPR art. 12 par. 3)."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.privacy.queries.rectifications.rectifications import rectification_to_answer


class ExtendRectification(BaseModel):
    """Which request, and why it takes longer: the citizen reads it."""

    rectification_id: UUID
    extension_reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=1000)]


async def extend_rectification(work: UnitOfWork, operator: Operator, command: ExtendRectification) -> None:
    """Two months more, and the citizen is told. Refuses NotAllowed, NotFound, AlreadyAnswered, AlreadyExtended,

    and TermOver once the first month is over.
    """
    asked = await rectification_to_answer(work, operator, command.rectification_id)
    asked.extend(work.now, work.today, command.extension_reason)
    await work.defer("tell_of_rectification", str(asked.id))
