"""Destroy the bytes of a file that is nobody's document: a copy or an old archive whose days are over."""

from sqlmodel import col, select

from domain.documents.gateways.store import file_store
from domain.documents.model.document import Document
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.work import UnitOfWork


async def destroy_file(work: UnitOfWork, system: System, address: str) -> bool:
    """Whether nothing is at the address any more. The bytes stay where somebody's document has the same ones.

    The address is locked until the commit: who sends the same bytes now waits, and stores them again.
    """
    await locks.hold(work, "bytes", address)
    same = select(Document.id).where(col(Document.address) == address)
    if (await work.session.exec(same.limit(1))).first() is not None:
        return False
    await file_store().delete(address)
    return True
