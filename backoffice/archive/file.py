"""The list of an archive as a file for a spreadsheet."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.archive.pages import chosen_filter
from domain.documents.queries.archive.filing_rows import FilingRow
from domain.documents.queries.archive.filings import whole_archive
from domain.kernel.clock import ROME
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.downloads import download
from web.locale import sentence
from web.spreadsheet import as_csv
from web.work import CurrentOperator, Work

HEADS = (
    _("Cartella"),
    _("Titolo"),
    _("Tipo"),
    _("Giorno del documento"),
    _("Scade il"),
    _("Come è arrivato"),
    _("Ufficio"),
    _("In archivio dal"),
    _("Riservato al tuo ufficio"),
    _("Nome del file"),
    _("Pagine"),
)
YES, NO = _("sì"), _("no")


class ArchiveListController(Controller):
    """What the operator sees of it, filtered as on the page."""

    path = "/persone/{person_id:uuid}/documenti/elenco"

    @get("/", name="person.archive.file", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[bytes]:
        """The rows; the reading is noted."""
        person = await person_card(work, operator, person_id)
        rows = await whole_archive(work, operator, person.id, chosen_filter(request)[0])
        return download(_as_file(rows), f"documenti-{work.today.isoformat()}.csv", "text/csv; charset=utf-8")


def _as_file(rows: Sequence[FilingRow]) -> bytes:
    return as_csv([sentence(head) for head in HEADS], (_cells(row) for row in rows))


def _cells(row: FilingRow) -> list[str]:
    return [
        row.folder,
        row.title,
        sentence(row.kind.label),
        row.dated_on.isoformat(),
        row.expires_on.isoformat() if row.expires_on else "",
        sentence(row.source.label),
        row.office,
        row.filed_at.astimezone(ROME).date().isoformat(),
        sentence(YES if row.is_private else NO),
        row.file_name,
        str(row.page_count),
    ]
