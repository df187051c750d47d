"""The contacts of the desk: my drafts, today's, received, proposed, all; as a list and as a file."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.contact_list.choices import ListChoices, list_choices
from backoffice.contact_list.file import as_file
from backoffice.contact_list.filters import VIEWS, Asked, asked
from backoffice.sheet_reading.roles import RECEIVING
from domain.reception.queries.code_words import desk_codes
from domain.reception.queries.sheets.sheet_list import sheet_list, sheets_for_file, view_counts
from domain.reception.terms.sheets import SheetView
from web.access import operator
from web.downloads import download
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/accoglienza"


class ContactListController(Controller):
    """The contacts."""

    path = PATH

    @get("/", name="contact_sheets", **operator(*RECEIVING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One view, filtered and paged; htmx asks for the list only."""
        codes = await desk_codes(work, operator.ente_id)
        chosen = asked(request, codes)
        found = await sheet_list(work, operator, chosen.wanted, page_number(request))
        choices = await list_choices(work, operator, codes)
        views = _views(chosen, await view_counts(work, operator))
        links = {
            "pages": PageLinks(found.number, found.pages, PATH, chosen.query),
            "file": PageLinks(1, 1, f"{PATH}/file", chosen.query).url(1),
        }
        shown = {"rows": found.items, "chosen": chosen, "views": views, "choices": choices, **links}
        done = request.query_params.get("fatto", "")
        return page(request, "contact_list/list.html", block="contacts", done=done, **shown)

    @get("/file", name="contact_sheets.file", **operator(*RECEIVING))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The same contacts for a spreadsheet, at most 5000."""
        codes = await desk_codes(work, operator.ente_id)
        found = await sheets_for_file(work, operator, asked(request, codes).wanted)
        choices: ListChoices = await list_choices(work, operator, codes)
        return download(as_file(found, choices), "accessi.csv", "text/csv; charset=utf-8")


def _views(chosen: Asked, counts: dict[SheetView, int]) -> list[tuple[str, str, int, bool]]:
    return [
        (
            sentence(view.label),
            PageLinks(1, 1, PATH, {"vista": name}).url(1),
            counts[view],
            view is chosen.wanted.view,
        )
        for name, view in VIEWS.items()
    ]
