"""Take in a file for a message about an application."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.documents.actions import attach_document as taking_in
from domain.intake.actions.conversation.attach_to_conversation import AttachToConversation, attach_to_conversation
from domain.intake.queries.attachment_place import message_file_place
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


class TakeInMessageFile(BaseModel):
    """The whole file, as it came."""

    application_id: UUID
    content: bytes
    file_name: Annotated[str, StringConstraints(max_length=255)]


async def take_in_message_file(work: UnitOfWork, actor: Citizen | Operator, command: TakeInMessageFile) -> UUID:
    """The id of the document, kept and examined as every file that somebody sends; it waits for its message.

    Refuses like ``message_file_place``, and Invalid, under ``file``, for what cannot be taken.
    """
    place = await message_file_place(work, actor, command.application_id)
    document = await taking_in.attach_document(
        work,
        actor,
        taking_in.AttachDocument(
            ente_id=place.ente_id,
            person_id=place.person_id,
            kind=place.kind,
            title=place.title,
            file_name=command.file_name,
            content=command.content,
        ),
    )
    attached = AttachToConversation(application_id=command.application_id, document_id=document.id)
    await attach_to_conversation(work, actor, attached)
    return document.id
