"""How many documents and lines of the protocollo are older than a term."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.documents.model.document import Document
from domain.documents.model.protocollo import ProtocolloEntry
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_documents(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Documents that arrived before an instant, by ente; those removed count as long as they are there."""
    return await count_by_ente(work, Document, (col(Document.created_at) < before,), enti)


async def expired_documents(
    work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    """Documents whose validity ended before an instant, by ente."""
    return await count_by_ente(work, Document, (col(Document.expires_on) < day_of(before),), enti)


async def old_entries(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Lines of the protocollo registered before an instant, by ente."""
    return await count_by_ente(work, ProtocolloEntry, (col(ProtocolloEntry.registered_at) < before,), enti)
