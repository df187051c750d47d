"""A contact sheet as it is read."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.sheet_reading.roles import RECEIVING
from backoffice.sheet_reading.show import sheet_page
from web.access import operator
from web.forms import show
from web.work import CurrentOperator, Work


class SheetReadingController(Controller):
    """One sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}"

    @get("/", name="contact_sheet.show", **operator(*RECEIVING))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """The sheet as far as it may be seen; the reading is noted."""
        return await sheet_page(request, work, operator, sheet_id, show())
