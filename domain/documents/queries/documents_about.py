"""The documents about a person, without their bytes: to enclose one in a message."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.permissions import about_people_of
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork

MOST = 100


async def documents_about(
    work: UnitOfWork, actor: Citizen | Operator, person_id: UUID, ente_id: UUID
) -> Sequence[DocumentRow]:
    """The last hundred that an ente keeps about the person, the latest first; two questions.

    The caller has found the person through a door of its own.
    """
    wanted = select(Document.id).where(
        col(Document.person_id) == person_id,
        col(Document.ente_id) == ente_id,
        col(Document.removed_at).is_(None),
        about_people_of(actor),
    )
    ordered = wanted.order_by(col(Document.created_at).desc(), col(Document.id)).limit(MOST)
    found = (await work.session.exec(ordered)).all()
    documents = await documents_by_id(work, found)
    return [documents[one] for one in found if one in documents]
