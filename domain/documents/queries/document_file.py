"""The file of a document: for the person it is about, for an operator, and for our own letters."""

from uuid import UUID

from sqlmodel import col, select

from domain.documents.gateways.proven_content import proven_content
from domain.documents.model.document import Document
from domain.documents.permissions import not_annulled
from domain.kernel.actor import Citizen, Operator, System
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork

SUBJECT = "document"


async def own_document_file(work: UnitOfWork, citizen: Citizen, document_id: UUID) -> tuple[Document, bytes]:
    """A document of the citizen, or of somebody the citizen acts for, and its bytes.

    Refuses NotFound, also for another's document (the attempt is noted), and FileNotIntact.
    """
    wanted = select(Document).where(
        col(Document.id) == document_id,
        col(Document.person_id).in_(citizen.people),
        col(Document.removed_at).is_(None),
        not_annulled(),
    )
    document = (await work.session.exec(wanted)).first()
    if document is None:
        _note_refusal(work, citizen.ambito_id, document_id)
        raise NotFound
    return document, await proven_content(document)


async def delegated_document_file(work: UnitOfWork, citizen: Citizen, document_id: UUID) -> tuple[Document, bytes]:
    """A document of somebody who has delegated the citizen, and its bytes; the reading is noted for that person.

    The caller has made sure that it belongs to a matter in scope, as PostgreSQL does again. Refuses NotFound and
    FileNotIntact.
    """
    wanted = select(Document).where(
        col(Document.id) == document_id,
        col(Document.person_id).in_(citizen.delegators),
        col(Document.removed_at).is_(None),
    )
    document = (await work.session.exec(wanted)).first()
    if document is None:
        _note_refusal(work, citizen.ambito_id, document_id)
        raise NotFound
    work.note_reading(
        Reading(
            person_id=document.person_id,
            ente_id=document.ente_id,
            subject=SUBJECT,
            subject_id=document.id,
            purpose=ReadingPurpose.DELEGATION,
        )
    )
    return document, await proven_content(document)


async def document_file(
    work: UnitOfWork, operator: Operator, document_id: UUID, *, purpose: str
) -> tuple[Document, bytes]:
    """A document of a person whom the operator's ente follows, and its bytes; the reading is noted with ``purpose``.

    Refuses NotAllowed without a role that reads files of people, NotFound out of reach (the attempt is noted),
    FileNotIntact for a file that is no longer what was taken in.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    wanted = select(Document).where(
        col(Document.id) == document_id, col(Document.ente_id).in_(operator.enti), col(Document.removed_at).is_(None)
    )
    document = (await work.session.exec(wanted)).first()
    if document is None:
        _note_refusal(work, operator.ente_id, document_id)
        raise NotFound
    work.note_reading(
        Reading(
            person_id=document.person_id,
            ente_id=document.ente_id,
            subject=SUBJECT,
            subject_id=document.id,
            purpose=purpose,
        )
    )
    return document, await proven_content(document)


async def file_to_send(work: UnitOfWork, system: System, document_id: UUID) -> tuple[str, str]:
    """(name, address in the store) of a document that ``system`` encloses in a letter. Refuses NotFound."""
    wanted = select(Document.file_name, Document.address).where(
        col(Document.id) == document_id, col(Document.removed_at).is_(None)
    )
    found = (await work.session.exec(wanted)).first()
    if found is None:
        raise NotFound
    return found


def _note_refusal(work: UnitOfWork, ente_id: UUID, document_id: UUID) -> None:
    work.note_reading(
        Reading(person_id=None, ente_id=ente_id, subject=SUBJECT, subject_id=document_id, purpose="", is_granted=False)
    )
