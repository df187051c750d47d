"""The register as a file for a spreadsheet."""

from collections.abc import Sequence

from domain.documents.queries.protocollo_register import RegisterRow
from domain.kernel.clock import ROME
from domain.kernel.text import _
from web.locale import sentence
from web.spreadsheet import as_csv

HEADS = (
    _("Numero"),
    _("Quando"),
    _("Tipo"),
    _("Mittente o destinatario"),
    _("Oggetto"),
    _("Impronta (SHA-256)"),
    _("Annullata il"),
    _("Atto che lo autorizza"),
)
PROTECTED = _("Identità protetta")


def as_file(rows: Sequence[RegisterRow]) -> bytes:
    """CSV as Italian spreadsheets open it, with the time of Rome."""
    return as_csv([sentence(head) for head in HEADS], (_cells(row) for row in rows))


def _cells(row: RegisterRow) -> list[str]:
    annulled = row.annulment
    return [
        row.label,
        row.registered_at.astimezone(ROME).isoformat(sep=" ", timespec="seconds"),
        sentence(row.direction.label),
        row.counterpart or sentence(PROTECTED),
        row.subject,
        row.content_sha256 or "",
        annulled.annulled_at.astimezone(ROME).isoformat(sep=" ", timespec="seconds") if annulled else "",
        annulled.act if annulled else "",
    ]
