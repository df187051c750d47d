"""A document belongs to the messages about an application."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.terms import FilingSource
from domain.intake.model.application import Attachment
from domain.intake.queries.conversation.application_conversation import application_to_write_about
from domain.intake.terms import IN_CONVERSATION
from domain.kernel.actor import Citizen, Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork, as_the_program


class AttachToConversation(BaseModel):
    """A document of the person, which the caller has found or taken in."""

    application_id: UUID
    document_id: UUID


async def attach_to_conversation(work: UnitOfWork, actor: Citizen | Operator, command: AttachToConversation) -> None:
    """It is with the application and in the archive, once; what answers a question of the form stays there.

    Refuses like the door.
    """
    application = await application_to_write_about(work, actor, command.application_id)
    await locks.hold(work, "attachments", application.id)
    same = select(Attachment.id).where(
        col(Attachment.application_id) == application.id, col(Attachment.document_id) == command.document_id
    )
    if (await work.session.exec(same)).first() is not None:
        return
    last = select(sa.func.max(Attachment.place)).where(col(Attachment.application_id) == application.id)
    work.session.add(
        Attachment(
            ente_id=application.ente_id,
            application_id=application.id,
            person_id=application.beneficiary_id,
            document_id=command.document_id,
            field=IN_CONVERSATION,
            place=((await work.session.exec(last)).one() or 0) + 1,
        )
    )
    await work.session.flush()  # the page that follows lists it
    source = FilingSource.OFFICE_MESSAGE if isinstance(actor, Operator) else FilingSource.MESSAGE
    async with as_the_program(work, "file paper of a message") as system:
        await file_documents(work, system, FileDocuments(document_ids=(command.document_id,), source=source))
