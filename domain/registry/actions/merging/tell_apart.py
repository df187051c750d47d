"""An operator looks at two records that seem one person's, and they are not."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.merging.merge_people import Reason
from domain.registry.queries.merging.duplicates import pair_of
from domain.registry.terms.records import DuplicateStatus


class TellApart(BaseModel):
    """Which pair, and how one sees it."""

    candidate_id: UUID
    reason: Reason


async def tell_apart(work: UnitOfWork, operator: Operator, command: TellApart) -> None:
    """The pair leaves the list, and is not found again. Refuses NotAllowed, NotFound, AlreadyDecided."""
    pair = await pair_of(work, operator, command.candidate_id, for_update=True)
    pair.decide(DuplicateStatus.APART, operator.operator_id, work.now, command.reason)
