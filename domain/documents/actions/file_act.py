"""File an act that we drew up ourselves: a receipt, a letter, a decision."""

from uuid import UUID

from pydantic import BaseModel

from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.model.document import Document
from domain.documents.terms import DocumentKind, FilingSource
from domain.platform.work import UnitOfWork, as_the_program

ACT_LIMIT = 50 * 1024 * 1024


class FileAct(BaseModel):
    """A PDF of ours about a person, and where its bytes already are (``keep_act``).

    ``is_copy``: the archive holds it already in full, and does not show it again.
    """

    ente_id: UUID
    person_id: UUID
    kind: DocumentKind
    title: str
    file_name: str
    address: str
    size: int
    sha256: str
    is_copy: bool = False


async def file_act(work: UnitOfWork, command: FileAct) -> Document:
    """Write down the act as a document of the person. For jobs, which store the bytes first, outside a transaction."""
    document = Document(**command.model_dump(exclude={"is_copy"}), media_type="application/pdf")
    work.session.add(document)
    await work.session.flush()  # others refer to it in this transaction
    if not command.is_copy:
        async with as_the_program(work, "file act") as system:
            filed = FileDocuments(document_ids=(document.id,), source=FilingSource.ACT)
            await file_documents(work, system, filed)
    return document
