"""The papers of a person from which an ISEE may be known."""

from uuid import UUID

from domain.casework.refusals import NotThisPaper
from domain.documents.queries.documents_of_kind import documents_of_kind
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def must_be_of(work: UnitOfWork, operator: Operator, person_id: UUID, document_id: UUID | None) -> None:
    """No paper, or one of the person's certificates. Refuses NotThisPaper."""
    if document_id is None:
        return
    papers = await documents_of_kind(work, operator, person_id, DocumentKind.ISEE_CERTIFICATE)
    if document_id not in {one.id for one in papers}:
        raise NotThisPaper
