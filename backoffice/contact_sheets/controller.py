"""A contact sheet: written on one page, kept as a draft, read when it is whole."""

from typing import Any
from uuid import UUID, uuid4

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.contact_sheets.writing import Shown, writing_page
from backoffice.sheet_reading.roles import RECEIVING
from domain.reception.queries.sheets.sheet_as_typed import sheet_as_typed
from domain.reception.queries.sheets.sheet_defaults import sheet_defaults
from domain.reception.queries.sheets.sheet_file import sheet_file
from domain.reception.terms.sheets import SheetStatus
from web.access import operator
from web.forms import show
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ContactSheetController(Controller):
    """One sheet."""

    path = "/accoglienza/schede"

    @get("/nuova", name="contact_sheet.new", **operator(*RECEIVING))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """An empty sheet with sensible answers, and a person if the address names one."""
        values = await sheet_defaults(work, operator) | {"person_id": request.query_params.get("persona", "")}
        return await writing_page(request, work, operator, show(values), Shown(uuid4()))

    @get("/{sheet_id:uuid}/modifica", name="contact_sheet.edit", **operator(*RECEIVING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """The page as it was left; a whole sheet is opened again first."""
        file = await sheet_file(work, operator, sheet_id)
        if file.status is SheetStatus.COMPLETE:
            return see_other(request, f"/accoglienza/schede/{sheet_id}")
        shown = Shown(sheet_id, file.version, done=request.query_params.get("fatto", ""))
        shown.is_reopened, shown.office_id, shown.ente_id = file.completed_at is not None, file.office_id, file.ente_id
        return await writing_page(request, work, operator, show(await sheet_as_typed(work, operator, sheet_id)), shown)
