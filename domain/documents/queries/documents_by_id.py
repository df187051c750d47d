"""What many documents are, for the lists of others: without their bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.terms import DocumentKind
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class DocumentRow:
    """A document as a list shows it; ``size`` in bytes, ``sha256`` in hex."""

    id: UUID
    kind: DocumentKind
    title: str
    file_name: str
    media_type: str
    size: int
    page_count: int
    sha256: str
    created_at: datetime
    expires_on: date | None = None
    held_since: datetime | None = None


async def documents_by_id(work: UnitOfWork, document_ids: Sequence[UUID]) -> dict[UUID, DocumentRow]:
    """The documents with these ids that are in the asker's sight and were not removed."""
    if not document_ids:
        return {}
    wanted = select(Document).where(col(Document.id).in_(set(document_ids)), col(Document.removed_at).is_(None))
    return {
        found.id: DocumentRow(
            found.id,
            found.kind,
            found.title,
            found.file_name,
            found.media_type,
            found.size,
            found.page_count,
            found.sha256,
            found.created_at,
            found.expires_on,
            found.held_at,
        )
        for found in (await work.session.exec(wanted)).all()
    }
