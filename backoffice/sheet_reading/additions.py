"""What is added to a sheet without opening it again: notes, papers, what became of the needs, consents taken back."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.sheet_reading.roles import RECEIVING
from backoffice.sheet_reading.show import sheet_page
from domain.kernel.roles import CASE_ROLES
from domain.reception.actions.notices.revoke_consent import revoke_consent
from domain.reception.actions.sheets.attach_paper import AttachPaper, attach_paper
from domain.reception.actions.sheets.mark_needs import MarkNeeds, mark_needs
from domain.reception.actions.sheets.write_note import WriteNote, write_note
from domain.reception.terms.sheets import Dimension
from web.access import operator
from web.forms import attempt, bind, dates_and_file
from web.rendering import see_other
from web.work import CurrentOperator, Work


class SheetNoteController(Controller):
    """The desk's diary of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/note"

    @post("/", name="contact_sheet.note", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write a line; what was typed stays when something is wrong."""
        form = await bind(request, WriteNote, sheet_id=sheet_id)
        if await attempt(work, operator, form, write_note):
            return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=nota#diary")
        return await sheet_page(request, work, operator, sheet_id, form, status=422)


class RequestPaperController(Controller):
    """The papers of a requested service."""

    path = "/accoglienza/schede/{sheet_id:uuid}/richieste/{request_id:uuid}/documenti"

    @post("/", name="contact_sheet.paper", **operator(*RECEIVING))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        sheet_id: FromPath[UUID],
        request_id: FromPath[UUID],
    ) -> Response[Any]:
        """Keep a paper."""
        sent = await dates_and_file(request, file="file")
        form = await bind(request, AttachPaper, sheet_id=sheet_id, request_id=request_id, **sent)
        if await attempt(work, operator, form, attach_paper):
            return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=allegato")
        return await sheet_page(request, work, operator, sheet_id, form, status=422)


class SheetNeedController(Controller):
    """The sides of the needs that come after the desk."""

    path = "/accoglienza/schede/{sheet_id:uuid}/bisogni"

    @post("/", name="contact_sheet.needs", **operator(*CASE_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """The needs of the sheet are in the person's plan."""
        await mark_needs(work, operator, MarkNeeds(sheet_id=sheet_id, dimension=Dimension.PLANNED))
        return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=segnata#needs")


class ConsentController(Controller):
    """The consents of the person of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/consensi/{consent_id:uuid}"

    @post("/ritiro", name="contact_sheet.consent.revocation", **operator(*RECEIVING))
    async def delete(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        sheet_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Response[Any]:
        """The person takes it back."""
        await revoke_consent(work, operator, consent_id)
        return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=revocato")
