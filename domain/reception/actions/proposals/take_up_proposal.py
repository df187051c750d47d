"""A proposal is accepted: casework calls this while it puts the person's case in place."""

from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.actions.sheets.mark_needs import MarkNeeds, mark_needs
from domain.reception.events import CareProposalAccepted
from domain.reception.queries.passed_on import proposal_to_answer
from domain.reception.terms.sheets import Dimension


@dataclass(frozen=True)
class TakenUp:
    """What the case needs to know: whose it is, in which ente and office, from which sheet."""

    proposal_id: UUID
    sheet_id: UUID
    person_id: UUID
    ente_id: UUID
    office_id: UUID


async def take_up_proposal(work: UnitOfWork, operator: Operator, proposal_id: UUID) -> TakenUp:
    """Accept it, and note that its needs are in charge. Refuses NotAllowed, NotFound, AlreadyAnswered."""
    found = await proposal_to_answer(work, operator, proposal_id)
    found.accept(operator.operator_id, work.now)
    await mark_needs(work, operator, MarkNeeds(sheet_id=found.sheet_id, dimension=Dimension.IN_CHARGE))
    await work.record(
        CareProposalAccepted(
            ente_id=found.to_ente_id, proposal_id=found.id, sheet_id=found.sheet_id, person_id=found.person_id
        )
    )
    return TakenUp(found.id, found.sheet_id, found.person_id, found.to_ente_id, found.to_office_id)
