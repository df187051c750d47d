"""The documents whose words nobody has read yet: for the job that reads them."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


async def unread_filings(work: UnitOfWork, system: System, most: int) -> Sequence[tuple[UUID, str]]:
    """(filing, address of the bytes), the first filed first, at most ``most``."""
    wanted = (
        select(Filing.id, Document.address)
        .join(Document, col(Document.id) == col(Filing.document_id))
        .where(col(Filing.words_read_at).is_(None))
        .order_by(col(Filing.created_at))
        .limit(most)
    )
    return (await work.session.exec(wanted)).all()
