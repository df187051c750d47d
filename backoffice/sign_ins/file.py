"""The journal as a file for a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from domain.access.queries.sessions.sign_ins import SignInRow
from domain.kernel.clock import ROME
from domain.kernel.text import _
from web.locale import sentence

HEADS = (
    _("Quando"),
    _("Operatore"),
    _("Che cosa"),
    _("Modo di entrare"),
    _("Ufficio"),
    _("Dispositivo"),
    _("Fatto da"),
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def as_file(rows: Sequence[SignInRow]) -> bytes:
    """CSV as Italian spreadsheets open it: UTF-8 with a mark, semicolons, the time of Rome."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow([sentence(head) for head in HEADS])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in _cells(row)])
    return written.getvalue().encode("utf-8-sig")


def _cells(row: SignInRow) -> list[str]:
    return [
        row.at.astimezone(ROME).isoformat(sep=" ", timespec="seconds"),
        row.operator,
        sentence(row.outcome.label),
        sentence(row.way.label) if row.way else "",
        row.office,
        sentence(row.device) if row.device else "",
        row.by,
    ]


def _harmless(cell: str) -> str:
    """A name that begins like a formula stays a name."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
