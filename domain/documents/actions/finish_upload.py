"""Make a document of a file that has arrived in pieces."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.gateways.store import uploads
from domain.documents.model.document import Document
from domain.documents.queries.own_upload import own_upload
from domain.documents.refusals import UploadInterrupted
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Citizen
from domain.platform.uploads import OffsetMismatch
from domain.platform.work import UnitOfWork


class FinishUpload(BaseModel):
    """The upload, and what its file proves."""

    upload_id: UUID
    kind: DocumentKind
    title: str


async def finish_upload(work: UnitOfWork, citizen: Citizen, command: FinishUpload) -> Document:
    """Examine the whole file and keep it; asked again, the same document.

    Refuses NotFound for another's upload, UploadInterrupted while pieces are missing, Invalid (under ``file``) for a
    file that cannot be taken. The pieces are thrown away after the commit.
    """
    upload = await own_upload(work, citizen, command.upload_id, for_update=True)
    if upload.document_id is not None:
        return (await work.session.exec(select(Document).where(col(Document.id) == upload.document_id))).one()
    try:
        content = await uploads().finish(str(upload.id), expected_size=upload.length)
    except OffsetMismatch as refused:
        raise UploadInterrupted from refused
    document = await attach_document(
        work,
        citizen,
        AttachDocument(
            ente_id=upload.ente_id,
            person_id=upload.person_id,
            kind=command.kind,
            title=command.title,
            file_name=upload.file_name,
            content=content,
        ),
    )
    upload.document_id, upload.finished_at = document.id, work.now
    await work.defer("discard_upload", str(upload.id))
    return document
