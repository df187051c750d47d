"""A paper is kept with a requested service."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork, as_the_program
from domain.reception.actions.sheets.file_papers import FilePapers, file_papers
from domain.reception.model.sheet import RequestPaper, ServiceRequest
from domain.reception.queries.sheets.door import sheet_to_write
from domain.reception.refusals import OnlyForSomebodyKnown
from domain.reception.terms.sheets import SheetStatus


class AttachPaper(BaseModel):
    """The file, and the request it belongs to."""

    sheet_id: UUID
    request_id: UUID
    kind: DocumentKind = DocumentKind.OTHER
    file_name: str
    content: bytes


async def attach_paper(work: UnitOfWork, operator: Operator, command: AttachPaper) -> UUID:
    """Keep the paper as a document of the person; gives back its id.

    Refuses NotFound, NotAtThisDesk, OnlyForSomebodyKnown on an anonymous sheet, Invalid beside ``file``.
    """
    found = await sheet_to_write(work, operator, command.sheet_id)
    wanted = select(ServiceRequest.id).where(
        col(ServiceRequest.id) == command.request_id, col(ServiceRequest.sheet_id) == found.id
    )
    if (await work.session.exec(wanted)).first() is None:
        raise NotFound
    if found.person_id is None:
        raise OnlyForSomebodyKnown
    document = await attach_document(
        work,
        operator,
        AttachDocument(
            ente_id=found.ente_id,
            person_id=found.person_id,
            kind=command.kind,
            title=command.file_name[:200],
            file_name=command.file_name,
            content=command.content,
        ),
    )
    paper = RequestPaper(
        ente_id=found.ente_id, sheet_id=found.id, request_id=command.request_id, document_id=document.id
    )
    await work.session.exec(insert(RequestPaper).values(paper.model_dump()).on_conflict_do_nothing())
    if found.status is not SheetStatus.DRAFT:  # a draft's are filed when it is complete
        async with as_the_program(work, "file papers") as system:
            await file_papers(work, system, FilePapers(sheet_id=found.id))
    return document.id
