"""Housing needs as a file for a spreadsheet."""

import csv
import io
from collections.abc import Mapping, Sequence

from backoffice.contact_list.file import harmless
from domain.housing.queries.closings import ClosingRow
from domain.housing.queries.need_list import NeedRow
from domain.kernel.text import _
from web.locale import sentence

HEADS = (
    _("Persona"),
    _("Data di nascita"),
    _("Ufficio"),
    _("Stato"),
    _("Che cosa cerca"),
    _("Perché"),
    _("Stanze"),
    _("Persone"),
    _("Affitto massimo al mese"),
    _("Cerca dal"),
    _("Detto il"),
    _("Esito"),
    _("Motivo della chiusura"),
)


def as_file(rows: Sequence[NeedRow], words: Mapping[str, ClosingRow]) -> bytes:
    """CSV as Italian spreadsheets open it: UTF-8 with a mark, semicolons."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([sentence(head) for head in HEADS])
    for row in rows:
        writer.writerow([harmless(cell) for cell in _cells(row, words.get(row.closing_code))])
    return written.getvalue().encode("utf-8-sig")


def _cells(row: NeedRow, closing: ClosingRow | None) -> list[str]:
    return [
        row.full_name,
        row.born_on.isoformat() if row.born_on else "",
        row.office,
        sentence(row.status.label),
        sentence(row.kind.label),
        sentence(row.reason.label) if row.reason else "",
        "" if row.rooms is None else str(row.rooms),
        "" if row.people is None else str(row.people),
        "" if row.most_rent is None else str(row.most_rent).replace(".", ","),
        row.since_on.isoformat(),
        row.said_on.isoformat(),
        closing.outcome if closing else "",
        closing.reason if closing else row.closing_code,
    ]
