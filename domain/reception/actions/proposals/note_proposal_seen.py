"""Who follows cases has read a proposal: the desk sees it."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.passed_on import proposal_to_answer


async def note_proposal_seen(work: UnitOfWork, operator: Operator, proposal_id: UUID) -> UUID:
    """Note it the first time; gives back the id of the sheet. Refuses NotAllowed, NotFound."""
    found = await proposal_to_answer(work, operator, proposal_id)
    found.see(operator.operator_id, work.now)
    return found.sheet_id
