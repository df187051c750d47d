"""File the papers of an application that was sent in the archive of the person."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.terms import FilingSource
from domain.intake.model.application import Application, Attachment
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class FilePapers(BaseModel):
    """Of which application."""

    application_id: UUID


async def file_papers(work: UnitOfWork, system: System, command: FilePapers) -> None:
    """Those that are attached now, each once. Of a draft nothing is filed: it is nobody's but who writes it."""
    wanted = (
        select(Attachment.document_id)
        .join(Application, col(Application.id) == col(Attachment.application_id))
        .where(col(Application.id) == command.application_id, col(Application.status) != ApplicationStatus.DRAFT)
    )
    found = (await work.session.exec(wanted)).all()
    filed = FileDocuments(document_ids=tuple(found), source=FilingSource.APPLICATION)
    await file_documents(work, system, filed)
