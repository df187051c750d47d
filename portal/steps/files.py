"""Files that were sent, as the list of files shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.intake.queries.attachments_of import AttachmentRow
from domain.kernel.clock import day_of
from web.locale import gettext, long_date, number

KILOBYTE = 1024
MEGABYTE = KILOBYTE * KILOBYTE


@dataclass(frozen=True)
class ShownFile:
    """A file: its name, how big it is in words, where it is downloaded.

    ``up`` is what the button says that puts it before the one above: empty for all but pages after the first.
    """

    id: UUID
    name: str
    size_text: str
    href: str
    note: str
    up: str = ""
    is_photo: bool = False


def shown_files(rows: Sequence[AttachmentRow]) -> list[ShownFile]:
    """The files of a question, in the page's language; several photographs are the pages of one document."""
    pages = [row.id for row in rows if row.is_photo]
    return [
        ShownFile(
            row.id,
            row.file_name,
            size_text(row.size),
            f"/documenti/{row.document_id}",
            _note(row, pages),
            up=f"up:{row.field}:{row.id}" if row.id in pages[1:] else "",
            is_photo=row.is_photo,
        )
        for row in rows
    ]


def _note(row: AttachmentRow, pages: Sequence[UUID]) -> str:
    if row.reused_since is not None:
        return gettext("Era già nel tuo fascicolo dal %(day)s") % {"day": long_date(day_of(row.reused_since))}
    if row.id in pages and len(pages) > 1:
        return gettext("Pagina %(number)s") % {"number": pages.index(row.id) + 1}
    return gettext("Caricato")


def size_text(size: int) -> str:
    """``310 KB``, ``2,4 MB``."""
    if size < MEGABYTE:
        return f"{max(1, round(size / KILOBYTE))} KB"
    return f"{number(round(size / MEGABYTE, 1))} MB"
