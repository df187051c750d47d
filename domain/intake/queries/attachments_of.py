"""The documents that answer the questions of an application."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.queries.documents_by_id import documents_by_id
from domain.intake.model.application import Application, Attachment
from domain.platform.work import UnitOfWork

PHOTO = "image/jpeg"


@dataclass(frozen=True)
class AttachmentRow:
    """A document sent for ``field``; ``size`` in bytes, ``sha256`` in hex.

    ``held_since`` is since when it is in the person's file; ``is_reused`` when it was there before.
    """

    id: UUID
    document_id: UUID
    field: str
    title: str
    file_name: str
    media_type: str
    size: int
    page_count: int
    sha256: str
    sent_at: datetime
    expires_on: date | None = None
    held_since: datetime | None = None
    is_reused: bool = False

    @property
    def reused_since(self) -> datetime | None:
        """Since when it was in the person's file, for one that was not sent anew."""
        return self.held_since if self.is_reused else None

    @property
    def is_photo(self) -> bool:
        """Whether it is a page that can be put together with others: a photograph that was sent for this question."""
        return self.media_type == PHOTO and not self.is_reused


async def attachments_of(work: UnitOfWork, application: Application) -> dict[str, tuple[AttachmentRow, ...]]:
    """The documents of ``application``, which came through its door, by question, in their order."""
    found = await _attachments(work, application.id)
    documents = await documents_by_id(work, [one.document_id for one in found])
    rows: dict[str, tuple[AttachmentRow, ...]] = {}
    for one in found:
        if (document := documents.get(one.document_id)) is not None:
            row = AttachmentRow(
                one.id,
                one.document_id,
                one.field,
                document.title,
                document.file_name,
                document.media_type,
                document.size,
                document.page_count,
                document.sha256,
                one.created_at,
                document.expires_on,
                document.held_since,
                one.is_reused,
            )
            rows[one.field] = (*rows.get(one.field, ()), row)
    return rows


async def attached_fields(work: UnitOfWork, application: Application) -> dict[str, int]:
    """How many documents answer each question of ``application``, which came through its door."""
    return dict(Counter(one.field for one in await _attachments(work, application.id)))


async def _attachments(work: UnitOfWork, application_id: UUID) -> list[Attachment]:
    wanted = select(Attachment).where(col(Attachment.application_id) == application_id)
    return list((await work.session.exec(wanted.order_by(col(Attachment.place), col(Attachment.id)))).all())
