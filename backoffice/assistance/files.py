"""Files that were sent, as the list of files shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.intake.queries.attachments_of import AttachmentRow


@dataclass(frozen=True)
class ShownFile:
    """A file: its name, and where the office downloads it."""

    id: UUID
    name: str
    href: str


def shown_files(rows: Sequence[AttachmentRow]) -> list[ShownFile]:
    """The files of a question."""
    return [ShownFile(row.id, row.file_name, f"/documenti/{row.document_id}") for row in rows]
