"""A sheet is completed, kept by itself while it is written, opened again."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.contact_sheets.reading import draft_of, placed, whole_of
from backoffice.contact_sheets.writing import Shown, uuid_of, writing_page
from backoffice.sheet_reading.roles import RECEIVING
from domain.kernel.refusals import Invalid
from domain.reception.actions.sheets.complete_sheet import complete_sheet
from domain.reception.actions.sheets.keep_draft import keep_draft
from domain.reception.actions.sheets.reopen_sheet import reopen_sheet
from web.access import operator
from web.forms import typed
from web.rendering import page, see_other
from web.requests.htmx import wants_fragment
from web.work import CurrentOperator, Work

BOOKING = "booking"


class SheetCompletionController(Controller):
    """The completion of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/completamento"

    @post("/", name="contact_sheet.completion", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Complete it; where something is missing the page says it beside each field, and all is kept as a draft."""
        form = await typed(request)
        if (command := whole_of(form, sheet_id)) is not None:
            try:
                await complete_sheet(work, operator, command)
                return see_other(request, f"/accoglienza/schede/{sheet_id}?fatto=completa")
            except Invalid as refusal:
                await work.discard()
                form.refuse({placed(field, form): text for field, text in refusal.fields.items()})
        version = await keep_draft(work, operator, draft_of(form, sheet_id))
        return await writing_page(request, work, operator, form, Shown(sheet_id, version), status=422)


class DraftController(Controller):
    """What is kept by itself while somebody writes."""

    path = "/accoglienza/schede/{sheet_id:uuid}/bozza"

    @post("/", name="contact_sheet.draft", **operator(*RECEIVING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep the page, and say when; who presses the button goes on writing, or books and comes back."""
        form = await typed(request)
        version = await keep_draft(work, operator, draft_of(form, sheet_id))
        if form.value("then") == BOOKING and (person_id := uuid_of(str(form.value("person_id")))):
            return see_other(request, f"/appuntamenti/nuovo?persona={person_id}&da=bozza.{sheet_id}")
        if not wants_fragment(request):
            return see_other(request, f"/accoglienza/schede/{sheet_id}/modifica?fatto=bozza")
        return page(request, "contact_sheets/saved.html", block="draft_state", version=version, saved_at=work.now)


class ReopeningController(Controller):
    """A whole sheet is opened again."""

    path = "/accoglienza/schede/{sheet_id:uuid}/riapertura"

    @post("/", name="contact_sheet.reopening", **operator(*RECEIVING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Open it, and write on."""
        await reopen_sheet(work, operator, sheet_id)
        return see_other(request, f"/accoglienza/schede/{sheet_id}/modifica")
