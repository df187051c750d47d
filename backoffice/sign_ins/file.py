"""The journal as a file for a spreadsheet."""

from collections.abc import Sequence

from domain.access.queries.sessions.sign_ins import SignInRow
from domain.kernel.clock import ROME
from domain.kernel.text import _
from web.locale import sentence
from web.spreadsheet import as_csv

HEADS = (
    _("Quando"),
    _("Operatore"),
    _("Che cosa"),
    _("Modo di entrare"),
    _("Ufficio"),
    _("Dispositivo"),
    _("Fatto da"),
)


def as_file(rows: Sequence[SignInRow]) -> bytes:
    """CSV as Italian spreadsheets open it, with the time of Rome."""
    return as_csv([sentence(head) for head in HEADS], (_cells(row) for row in rows))


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
