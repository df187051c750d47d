"""The documents that were taken back some days ago, for housekeeping."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

KEPT_FOR = timedelta(days=8)
"""A copy of one's data lives for a week: who sends it as a paper and takes it back does not spoil the copy."""
AT_ONCE = 200


async def removed_documents(work: UnitOfWork, system: System, after: UUID | None = None) -> Sequence[UUID]:
    """Up to 200 ids behind ``after`` of documents removed more than eight days ago."""
    wanted = select(Document.id).where(col(Document.removed_at) < work.now - KEPT_FOR)
    if after is not None:
        wanted = wanted.where(col(Document.id) > after)
    return (await work.session.exec(wanted.order_by(col(Document.id)).limit(AT_ONCE))).all()
