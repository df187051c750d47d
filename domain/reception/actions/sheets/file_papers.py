"""File the papers of a contact in the archive of the person, unless others may not read of it."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.terms import FilingSource
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, RequestPaper
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.terms.desks import Section


class FilePapers(BaseModel):
    """Of which sheet."""

    sheet_id: UUID


async def file_papers(work: UnitOfWork, system: System, command: FilePapers) -> None:
    """Each once. Those of a hidden contact, and of a desk that others may not read, stay with the sheet alone."""
    found = await work.session.get_one(ContactSheet, command.sheet_id)
    desk = await desk_of(work, found.office_id)
    if found.is_hidden or desk.is_masked_elsewhere or desk.masks.get(Section.REQUESTS):
        return
    wanted = select(RequestPaper.document_id).where(col(RequestPaper.sheet_id) == found.id)
    papers = tuple(set((await work.session.exec(wanted)).all()))
    await file_documents(work, system, FileDocuments(document_ids=papers, source=FilingSource.DESK))
