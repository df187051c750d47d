"""Send a document for a question of an application."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.documents.actions import attach_document as take_in
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.model.application import Attachment
from domain.intake.queries.attachment_place import attachment_place
from domain.kernel.actor import Citizen, Companion, Operator
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork


class AttachDocument(BaseModel):
    """The whole file, as it came, for the question ``field``; ``is_page`` as in ``KeepAttachment``."""

    application_id: UUID
    field: str
    content: bytes
    file_name: Annotated[str, StringConstraints(max_length=255)]
    is_page: bool = False


async def attach_document(
    work: UnitOfWork, actor: Citizen | Operator | Companion, command: AttachDocument
) -> Attachment:
    """Keep the file and add it to the application; the same file twice is there once.

    Also after sending, for what was promised for later. Refuses NotFound, NotUnderWay when the application is over,
    TooManyAttachments, and Invalid under the name of the question when the file cannot be taken.
    """
    place = await attachment_place(work, actor, command.application_id, command.field)
    try:
        document = await take_in.attach_document(
            work,
            actor,
            take_in.AttachDocument(
                ente_id=place.ente_id,
                person_id=place.person_id,
                kind=place.kind,
                title=place.title,
                file_name=command.file_name,
                content=command.content,
            ),
        )
    except Invalid as refused:
        raise Invalid({command.field: next(iter(refused.fields.values()))}) from refused
    return await keep_attachment(
        work,
        actor,
        KeepAttachment(
            application_id=command.application_id,
            field=command.field,
            document_id=document.id,
            is_page=command.is_page,
        ),
    )
