"""Who takes people in charge finds a notice that somebody was proposed: nothing about them."""

from uuid import UUID

from pydantic import BaseModel

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.roles import CASE_ROLES
from domain.kernel.text import _
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.model.passing_on import CareProposal

PROPOSED = _("C'è una proposta di presa in carico per il tuo ufficio.")


class NotifyOfProposal(BaseModel):
    """Which proposal."""

    proposal_id: UUID


async def notify_of_proposal(work: UnitOfWork, command: NotifyOfProposal) -> None:
    """The office it was made to is told, each who follows cases once. For reactions."""
    async with as_the_program(work, "notify of proposal") as system:  # the office may be of another ente
        proposal = await work.session.get_one(CareProposal, command.proposal_id)
        told = NotifyOperators(
            ente_id=proposal.to_ente_id,
            kind=NoticeKind.CARE_PROPOSED,
            key=f"care-proposed:{proposal.id}",
            subject=PROPOSED,
            path=f"/accoglienza/schede/{proposal.sheet_id}",
            office_id=proposal.to_office_id,
            roles=CASE_ROLES,
            but=proposal.proposed_by_id,
        )
        await notify_operators(work, system, told)
