"""Take a document out of a draft."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.remove_document import remove_document
from domain.intake.model.application import Attachment
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemoveAttachment(BaseModel):
    """Which document of which draft."""

    application_id: UUID
    attachment_id: UUID


async def remove_attachment(work: UnitOfWork, actor: Citizen | Operator, command: RemoveAttachment) -> None:
    """Take it out; the document itself goes too, unless it was in the person's file, or another application has it.

    Refuses NotFound, and AlreadySubmitted: what was sent stays with the office.
    """
    application = await own_draft(work, actor, command.application_id)
    wanted = select(Attachment).where(
        col(Attachment.id) == command.attachment_id, col(Attachment.application_id) == application.id
    )
    attachment = (await work.session.exec(wanted)).first()
    if attachment is None:
        raise NotFound
    elsewhere = select(Attachment.id).where(
        col(Attachment.document_id) == attachment.document_id, col(Attachment.id) != attachment.id
    )
    is_elsewhere = (await work.session.exec(elsewhere.limit(1))).first() is not None
    if not (is_elsewhere or attachment.is_reused):
        await remove_document(work, actor, attachment.document_id)
        await work.session.flush()  # a delegate reaches the document through the attachment that goes next
    await work.session.delete(attachment)
