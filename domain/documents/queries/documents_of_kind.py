"""The documents of one kind that are kept about a person: to name the paper from which something is known."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork

MOST = 50


async def documents_of_kind(
    work: UnitOfWork, operator: Operator, person_id: UUID, kind: DocumentKind
) -> Sequence[DocumentRow]:
    """The latest first, at most 50, in the operator's sight; the caller has found the person through its door."""
    wanted = select(Document.id).where(
        col(Document.person_id) == person_id,
        col(Document.kind) == kind,
        col(Document.ente_id).in_(operator.enti),
        col(Document.removed_at).is_(None),
    )
    found = (await work.session.exec(wanted.order_by(col(Document.created_at).desc()).limit(MOST))).all()
    documents = await documents_by_id(work, found)
    return [documents[one] for one in found if one in documents]
