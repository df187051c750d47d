"""Files that were sent, as the list of files shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.intake.queries.attachments_of import AttachmentRow
from web.locale import gettext, number

KILOBYTE = 1024
MEGABYTE = KILOBYTE * KILOBYTE


@dataclass(frozen=True)
class ShownFile:
    """A file: its name, how big it is in words, where it is downloaded."""

    id: UUID
    name: str
    size_text: str
    href: str
    note: str


def shown_files(rows: Sequence[AttachmentRow]) -> list[ShownFile]:
    """The files of a question, in the page's language."""
    note = gettext("Caricato")
    return [
        ShownFile(row.id, row.file_name, size_text(row.size), f"/documenti/{row.document_id}", note) for row in rows
    ]


def size_text(size: int) -> str:
    """``310 KB``, ``2,4 MB``."""
    if size < MEGABYTE:
        return f"{max(1, round(size / KILOBYTE))} KB"
    return f"{number(round(size / MEGABYTE, 1))} MB"
