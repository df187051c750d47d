"""Two records turn out to be of one person: the papers of the first belong to the second."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.documents.model.document import Document, Upload
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class MoveDocuments(BaseModel):
    """From whom to whom."""

    from_person_id: UUID
    to_person_id: UUID


async def move_documents(work: UnitOfWork, system: System, command: MoveDocuments) -> None:
    """Documents and files on their way change hands; the protocollo, which is never changed, stays as it is written.

    Only ``system`` within the enti of both does this.
    """
    for table in (Document, Upload):
        moved = sa.update(table).where(col(table.person_id) == command.from_person_id)
        if system.enti is not None:
            moved = moved.where(col(table.ente_id).in_(system.enti))
        await work.session.exec(moved.values(person_id=command.to_person_id))
