"""A proposal that somebody is taken in charge: made at the desk, answered by who follows cases."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.passed_on.answers import attempt_part, bind_part, sheet_of
from backoffice.sheet_reading.roles import RECEIVING
from backoffice.sheet_reading.show import sheet_page
from domain.casework.actions.accept_proposal import accept_proposal
from domain.kernel.roles import CASE_ROLES
from domain.reception.actions.proposals.note_proposal_seen import note_proposal_seen
from domain.reception.actions.proposals.propose_care import ProposeCare, propose_care
from domain.reception.actions.proposals.refuse_proposal import RefuseProposal, refuse_proposal
from web.access import operator
from web.rendering import see_other
from web.work import CurrentOperator, Work


class CareProposalController(Controller):
    """The proposals of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/proposte"

    @post("/", name="contact_sheet.proposal", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Propose it."""
        form = await bind_part(request, ProposeCare, "propose", sheet_id=sheet_id)
        if await attempt_part(work, operator, form, "propose", propose_care, "to_office_id"):
            return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=proposta")
        return await sheet_page(request, work, operator, sheet_id, form, status=422)


class CareProposalAnswerController(Controller):
    """What becomes of a proposal."""

    path = "/accoglienza/proposte/{proposal_id:uuid}"

    @post("/visione", name="care_proposal.seen", **operator(*CASE_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, proposal_id: FromPath[UUID]
    ) -> Response[Any]:
        """The desk learns that it was read."""
        sheet_id = await note_proposal_seen(work, operator, proposal_id)
        return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=segnata")

    @post("/accoglimento", name="care_proposal.acceptance", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, proposal_id: FromPath[UUID]
    ) -> Response[Any]:
        """It becomes a case, or goes into the one there is."""
        case_id = await accept_proposal(work, operator, proposal_id)
        return see_other(request, f"/casi/{case_id}?fatto=proposta")

    @post("/rifiuto", name="care_proposal.refusal", **operator(*CASE_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, proposal_id: FromPath[UUID]
    ) -> Response[Any]:
        """No case comes of it; the desk reads why."""
        form = await bind_part(request, RefuseProposal, "refuse", proposal_id=proposal_id)
        if form.command is None:
            return await sheet_page(request, work, operator, sheet_of(form), form, status=422)
        sheet_id = await refuse_proposal(work, operator, form.command)
        return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=respinta")
