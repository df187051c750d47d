"""The papers of something that is deleted go with it."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.documents.model.document import Document, Upload
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class RemovePapers(BaseModel):
    """The documents that belong to nothing else, and what the files on their way were about."""

    about_id: UUID
    document_ids: tuple[UUID, ...] = ()


async def remove_papers(work: UnitOfWork, system: System, command: RemovePapers) -> None:
    """Nobody sees them any more; housekeeping destroys the bytes. The caller knows that nothing else names them.

    What has come into the person's file stays there, whoever sends the same bytes again.
    """
    await work.session.exec(sa.delete(Upload).where(col(Upload.about_id) == command.about_id))
    gone = sa.update(Document).where(
        col(Document.id).in_(command.document_ids),
        col(Document.removed_at).is_(None),
        col(Document.held_at).is_(None),
    )
    await work.session.exec(gone.values(removed_at=work.now))
