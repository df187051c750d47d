"""Take back a document that was sent by mistake."""

from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.permissions import about_people_of
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def remove_document(work: UnitOfWork, actor: Citizen | Operator, document_id: UUID) -> None:
    """Mark a document as removed, one's own or within a delegation; housekeeping destroys bytes nobody else has.

    What came into the person's file with something that was sent stays.

    By an operator those of the enti in reach: the caller has made sure that the operator has just added it.

    Refuses NotFound when it is not there or another's.
    """
    own = select(Document).where(col(Document.id) == document_id, about_people_of(actor))
    document = (await work.session.exec(own)).first()
    if document is None:
        raise NotFound
    if document.held_at is None:
        document.removed_at = document.removed_at or work.now
