"""The documents that are kept about a citizen, without their bytes."""

from collections.abc import Sequence

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.permissions import not_annulled
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


async def own_documents(work: UnitOfWork, citizen: Citizen) -> Sequence[DocumentRow]:
    """Those about the citizen and nobody else, the first kept first; two questions.

    What an office has annulled is not there: it may be about somebody else. What is private PostgreSQL does not show.
    """
    wanted = select(Document.id).where(
        col(Document.person_id) == citizen.person_id, col(Document.removed_at).is_(None), not_annulled()
    )
    found = (await work.session.exec(wanted.order_by(col(Document.created_at), col(Document.id)))).all()
    documents = await documents_by_id(work, found)
    return [documents[one] for one in found if one in documents]
