"""The rows of an import: those with errors, to be downloaded too, and those to be decided."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.imports.controller import DOUBTS, PATH
from domain.kernel.roles import ADMIN_ROLES
from domain.legacy.actions.decide_doubt import DecideDoubt, decide_doubt
from domain.legacy.queries.files import MEDIA_TYPE, errors_file
from domain.legacy.queries.imports import import_sheet
from domain.legacy.queries.row_lists import doubtful_rows, kept_rows, odd_rows, wrong_rows
from domain.legacy.terms import Doubt
from web.access import operator
from web.downloads import download
from web.forms import bind
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

LISTS = {"errori": wrong_rows, "avvisi": odd_rows, "rimaste": kept_rows}


class ImportRowController(Controller):
    """What is wrong with which row."""

    path = f"{PATH}/{{import_id:uuid}}/righe"

    @get("/", name="import.rows", **operator(*ADMIN_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Rows with errors; with ``vista`` those with a warning, or those left after undoing."""
        asked = request.query_params.get("vista", "errori")
        view = asked if asked in LISTS else "errori"
        sheet = await import_sheet(work, operator, import_id)
        found = await LISTS[view](work, operator, import_id, page_number(request))
        links = PageLinks(found.number, found.pages, f"{PATH}/{import_id}/righe", {"vista": view})
        shown = {"sheet": sheet, "rows": found.items, "total": found.total, "links": links, "view": view}
        return page(request, "imports/rows.html", **shown)

    @get("/errori", name="import.errors", **operator(*ADMIN_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, import_id: FromPath[UUID]) -> Response[Any]:
        """The rejected rows as a spreadsheet, to be corrected and brought again."""
        made = await errors_file(work, operator, import_id)
        return download(made.content, made.file_name, MEDIA_TYPE)


class ImportDoubtController(Controller):
    """People who may be in the registry already."""

    path = f"{PATH}/{{import_id:uuid}}/dubbi"

    @get("/", name="import.doubts", **operator(*ADMIN_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Each with the records that look like it."""
        sheet = await import_sheet(work, operator, import_id)
        found = await doubtful_rows(work, operator, import_id, page_number(request))
        links = PageLinks(found.number, found.pages, f"{PATH}/{import_id}/dubbi", {})
        choices = [(one.value, sentence(one.label)) for one in DOUBTS]
        shown = {"sheet": sheet, "rows": found.items, "total": found.total, "links": links, "choices": choices}
        return page(request, "imports/doubts.html", same=Doubt.SAME.value, **shown)

    @post("/", name="import.doubts.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Decide one row, or all of those that nobody decides by itself."""
        form = await bind(request, DecideDoubt, import_id=import_id)
        if form.command is not None:
            await decide_doubt(work, operator, form.command)
        back = "/dubbi" if form.value("number") else ""
        return see_other(request, f"{PATH}/{import_id}{back}")
