"""A document that was taken back is destroyed: the row, and the bytes where no other document has them."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from domain.documents.actions.destroy_file import destroy_file
from domain.documents.model.document import Document, Upload
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.work import UnitOfWork


class DestroyDocument(BaseModel):
    """Which one."""

    document_id: UUID


async def destroy_document(work: UnitOfWork, system: System, command: DestroyDocument) -> bool:
    """Whether it is gone. One that is not removed, or that something still names, is let be.

    The bytes are destroyed before the commit, while the address is locked: who sends the same bytes now waits and
    stores them again. Stopped in between, the next run finds the row and no bytes, which is fine.
    """
    wanted = select(Document).where(col(Document.id) == command.document_id, col(Document.removed_at).is_not(None))
    document = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if document is None:
        return False
    await locks.hold(work, "bytes", document.address)  # before the row goes: who sends the same bytes waits
    try:
        async with work.session.begin_nested():
            await work.session.exec(sa.delete(Upload).where(col(Upload.document_id) == document.id))
            await work.session.exec(sa.delete(Document).where(col(Document.id) == document.id))
    except IntegrityError:
        return False
    await destroy_file(work, system, document.address)
    return True
