"""Organisations for others: as a file for a spreadsheet, and as names to choose from while somebody types."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.external_bodies.pages import LONGEST, PATH, typed_filter
from domain.kernel.text import _
from domain.registry.queries.bodies.body_list import BodyRow, bodies_for_file, body_names
from domain.registry.terms.bodies import BODY_READERS
from web.access import operator
from web.downloads import download
from web.forms import typed
from web.locale import sentence
from web.rendering import page
from web.spreadsheet import as_csv
from web.work import CurrentOperator, Work

HEADS = (
    _("Nome"),
    _("Tipo"),
    _("Codice fiscale"),
    _("Partita IVA"),
    _("Indirizzo"),
    _("Comune"),
    _("Telefono"),
    _("E-mail"),
    _("PEC"),
    _("Scritta da"),
    _("Dal giorno"),
    _("Fino al giorno"),
)


class BodyFileController(Controller):
    """The list as a file."""

    path = f"{PATH}/esportazione"

    @get("/", name="external_bodies.file", **operator(*BODY_READERS))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What the list shows, at most 5000."""
        wanted, _query = typed_filter(request)
        rows = await bodies_for_file(work, operator, wanted)
        written = as_csv([sentence(head) for head in HEADS], map(_cells, rows))
        return download(written, f"organizzazioni-{work.today.isoformat()}.csv", "text/csv; charset=utf-8")


class BodyChoiceController(Controller):
    """Names to choose from."""

    path = f"{PATH}/scelte"

    @post("/", name="external_bodies.choices", status_code=200, **operator(*BODY_READERS))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that answer to what is typed in the field ``choosing``; by a POST, so that no address says it."""
        form = await typed(request)
        words = str(form.value(str(form.value("choosing"))))[:LONGEST]
        names = await body_names(work, operator, words)
        return page(request, "external_bodies/choices.html", block="choices", names=names)


def _cells(row: BodyRow) -> list[str]:
    return [
        row.name,
        row.kind,
        row.codice_fiscale,
        row.vat_number,
        row.street,
        row.city,
        row.phone,
        row.email,
        row.pec,
        row.ente,
        row.starts_on.isoformat(),
        row.ended_on.isoformat() if row.ended_on else "",
    ]
