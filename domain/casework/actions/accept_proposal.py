"""A proposal of the desk becomes a case, or goes into the one there is."""

from uuid import UUID

from domain.casework.actions.ensure_case import ensure_case
from domain.casework.model.case import CaseSheet, DiaryEntry
from domain.casework.permissions import may_follow_cases
from domain.casework.refusals import NotACaseRole
from domain.casework.terms import DiaryKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.actions.proposals.take_up_proposal import take_up_proposal


async def accept_proposal(work: UnitOfWork, operator: Operator, proposal_id: UUID) -> UUID:
    """Accept it; gives back the id of the case, in whose diary it stands. Taking charge is an act of its own.

    Refuses NotACaseRole, NotFound, and AlreadyAnswered when a colleague was faster.
    """
    if not may_follow_cases(operator):
        raise NotACaseRole
    taken = await take_up_proposal(work, operator, proposal_id)
    found = await ensure_case(work, taken.ente_id, taken.person_id, taken.office_id)
    await work.session.flush()  # the sheet and the diary refer to the case
    work.session.add(
        CaseSheet(
            ente_id=found.ente_id,
            case_id=found.id,
            person_id=found.person_id,
            sheet_id=taken.sheet_id,
            proposal_id=taken.proposal_id,
        )
    )
    work.session.add(
        DiaryEntry(
            ente_id=found.ente_id,
            case_id=found.id,
            person_id=found.person_id,
            kind=DiaryKind.PROPOSAL_ACCEPTED,
            happened_at=work.now,
            author_id=operator.operator_id,
        )
    )
    return found.id
