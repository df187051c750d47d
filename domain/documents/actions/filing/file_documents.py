"""File documents that came in elsewhere: they get their folder by the ente's rules, without being sent again."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.model.filing import Filing
from domain.documents.queries.archive.folders_for import folders_for
from domain.documents.rules.shelving import has_words
from domain.documents.terms import FilingSource
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork


class FileDocuments(BaseModel):
    """Which documents, and how they came in."""

    document_ids: tuple[UUID, ...]
    source: FilingSource


async def file_documents(work: UnitOfWork, system: System, command: FileDocuments) -> None:
    """Each stands once in the archive of the person it is about: told again, nothing changes.

    Those that were taken back are left out. All of the same ente follow the same rules.
    """
    wanted = select(Document).where(col(Document.id).in_(command.document_ids), col(Document.removed_at).is_(None))
    found = (await work.session.exec(wanted)).all() if command.document_ids else ()
    for ente_id in {document.ente_id for document in found}:
        of_ente = [document for document in found if document.ente_id == ente_id]
        folders = await folders_for(work, ente_id, (document.kind.value for document in of_ente))
        rows = [_filed(work, one, folders[one.kind.value], command.source).model_dump() for one in of_ente]
        statement = insert(Filing).values(rows).on_conflict_do_nothing(index_elements=["document_id"])
        await work.session.exec(statement)


def _filed(work: UnitOfWork, document: Document, folder: str, source: FilingSource) -> Filing:
    return Filing(
        ente_id=document.ente_id,
        person_id=document.person_id,
        document_id=document.id,
        series_id=document.id,
        folder=folder,
        title=document.title or document.file_name,
        dated_on=day_of(document.created_at),
        source=source,
        words_read_at=None if has_words(document.media_type) else work.now,
        created_at=work.now,
    )
