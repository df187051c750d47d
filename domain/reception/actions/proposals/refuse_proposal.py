"""Who follows cases says no to a proposal."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.events import CareProposalRefused
from domain.reception.queries.passed_on import proposal_to_answer


class RefuseProposal(BaseModel):
    """Which proposal, and why no case comes of it."""

    proposal_id: UUID
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


async def refuse_proposal(work: UnitOfWork, operator: Operator, command: RefuseProposal) -> UUID:
    """Say no; the desk reads why. Gives back the id of the sheet. Refuses NotAllowed, NotFound, AlreadyAnswered."""
    found = await proposal_to_answer(work, operator, command.proposal_id)
    found.refuse(operator.operator_id, work.now, command.reason)
    await work.record(CareProposalRefused(ente_id=found.ente_id, proposal_id=found.id, sheet_id=found.sheet_id))
    return found.sheet_id
