"""Write a message about an application: its person to the office, or the office to its person."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.correspondence.actions.conversations.write_message import WriteMessage, write_message
from domain.correspondence.terms.conversations import LONGEST, MOST_FILES, About
from domain.intake.actions.conversation.attach_to_conversation import AttachToConversation, attach_to_conversation
from domain.intake.permissions import may_handle
from domain.intake.queries.conversation.application_conversation import application_to_write_about, files_to_enclose
from domain.intake.refusals import NotYourPerson
from domain.kernel.actor import Citizen, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class WriteAboutApplication(BaseModel):
    """The text, the files that belong to the application already, and in which language the text is.

    A ready answer goes before the text. ``is_note``: for colleagues alone.
    """

    application_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)] = ""
    document_ids: tuple[UUID, ...] = Field(default=(), max_length=MOST_FILES)
    typed_in: str = SOURCE.code
    ready_answer_id: UUID | None = None
    is_note: bool = False


async def write_about_application(work: UnitOfWork, actor: Citizen | Operator, command: WriteAboutApplication) -> UUID:
    """The message is in the conversation; the other side is told. The id of the message.

    Refuses like the door; before anything is written NotYourPerson to who only looks on, NotFound for a file of
    something else, and whatever ``write_message`` refuses.
    """
    application = await application_to_write_about(work, actor, command.application_id)
    if isinstance(actor, Citizen) and not may_handle(actor, application):
        raise NotYourPerson
    known = {one.id for one in await files_to_enclose(work, actor, application.id)} if command.document_ids else set()
    if set(command.document_ids) - known:
        raise NotFound
    message = WriteMessage(
        about=About.APPLICATION,
        subject_id=application.id,
        ente_id=application.ente_id,
        person_id=application.beneficiary_id,
        told_id=application.applicant_id,
        office_id=application.office_id,
        language=command.typed_in if isinstance(actor, Citizen) else application.language,
        **command.model_dump(exclude={"application_id"}),
    )
    message_id = await write_message(work, actor, message)
    for document_id in command.document_ids:  # also a letter of the office: who is delegated reads it there
        await attach_to_conversation(
            work, actor, AttachToConversation(application_id=application.id, document_id=document_id)
        )
    return message_id
