"""Add a document that was taken in to an application."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.hold_documents import HoldDocuments, hold_documents
from domain.intake.actions.archive.file_papers import FilePapers, file_papers
from domain.intake.model.application import Attachment
from domain.intake.queries.application_of import application_of
from domain.intake.terms import IN_CONVERSATION
from domain.kernel.actor import Citizen, Companion, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.work import UnitOfWork, as_the_program


class KeepAttachment(BaseModel):
    """A document of the person that answers the question ``field``; ``is_reused`` from the person's file.

    ``is_page`` when it comes with others: they are put together first, and filed afterwards.
    """

    application_id: UUID
    field: str
    document_id: UUID
    is_reused: bool = False
    is_page: bool = False


async def keep_attachment(
    work: UnitOfWork, actor: Citizen | Operator | Companion, command: KeepAttachment
) -> Attachment:
    """The attachment: new, or the one there is when the same document answers the question already.

    One after the other, so that a double click adds one. Refuses NotFound, and Invalid under the name of
    the question when the document answers another one. The newest stands last.
    """
    await locks.hold(work, "attachments", command.application_id)  # a second screen may not lock the application itself
    application = await application_of(work, actor, command.application_id)
    same = select(Attachment).where(
        col(Attachment.application_id) == application.id, col(Attachment.document_id) == command.document_id
    )
    known = (await work.session.exec(same)).first()
    if known is not None:
        if command.field not in (known.field, IN_CONVERSATION):  # with a message goes whatever was sent before
            raise Invalid({command.field: _("Hai già mandato questo file per un'altra domanda del modulo.")})
        return known
    last = select(sa.func.max(Attachment.place)).where(col(Attachment.application_id) == application.id)
    attachment = Attachment(
        ente_id=application.ente_id,
        application_id=application.id,
        person_id=application.beneficiary_id,
        document_id=command.document_id,
        field=command.field,
        place=((await work.session.exec(last)).one() or 0) + 1,
        is_reused=command.is_reused,
    )
    work.session.add(attachment)
    await work.session.flush()  # a page that follows in this transaction lists it
    if not (application.is_draft or command.is_page):  # what comes late is filed at once
        async with as_the_program(work, "file late paper") as system:
            await file_papers(work, system, FilePapers(application_id=application.id))
        held = HoldDocuments(ente_id=application.ente_id, documents={command.document_id: None})
        await hold_documents(work, actor, held)
    return attachment
