"""The contacts as a file for a spreadsheet: what is masked on the page is masked here."""

import csv
import io
from collections.abc import Sequence

from backoffice.contact_list.choices import ListChoices
from domain.kernel.text import _
from domain.reception.queries.sheets.sheet_list import SheetRow
from web.locale import gettext, sentence

HEADS = (
    _("Giorno"),
    _("Ufficio"),
    _("Persona"),
    _("Stato"),
    _("Come è arrivato il contatto"),
    _("Esito"),
    _("Operatore"),
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def as_file(rows: Sequence[SheetRow], choices: ListChoices) -> bytes:
    """CSV as Italian spreadsheets open it: UTF-8 with a mark, semicolons."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([sentence(head) for head in HEADS])
    for row in rows:
        writer.writerow([harmless(cell) for cell in _cells(row, choices)])
    return written.getvalue().encode("utf-8-sig")


def _cells(row: SheetRow, choices: ListChoices) -> list[str]:
    if row.is_masked:
        return [row.contact_on.isoformat(), row.office, gettext("Contatto di un altro ufficio"), "", "", "", ""]
    return [
        row.contact_on.isoformat(),
        row.office,
        gettext("Persona anonima") if row.is_anonymous and not row.full_name else row.full_name,
        sentence(row.status.label) if row.status else "",
        choices.channel_names.get(row.channel or "", row.channel or ""),
        sentence(row.outcome.label) if row.outcome else "",
        row.operator,
    ]


def harmless(cell: str) -> str:
    """A name that begins like a formula stays a name."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
