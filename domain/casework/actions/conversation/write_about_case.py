"""Write a message about a case: a person in charge to the office, or the office to the person."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.casework.queries.case_conversation import case_conversation
from domain.correspondence.actions.conversations.write_message import WriteMessage, write_message
from domain.correspondence.terms.conversations import LONGEST, MOST_FILES, About
from domain.documents.actions.filing.file_documents import FileDocuments, file_documents
from domain.documents.queries.documents_about import documents_about
from domain.documents.terms import FilingSource
from domain.kernel.actor import Citizen, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork, as_the_program


class WriteAboutCase(BaseModel):
    """The text, files that the ente keeps about the person, and in which language the text is.

    A ready answer goes before the text. ``is_note``: for colleagues alone.
    """

    case_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)] = ""
    document_ids: tuple[UUID, ...] = Field(default=(), max_length=MOST_FILES)
    typed_in: str = SOURCE.code
    ready_answer_id: UUID | None = None
    is_note: bool = False


async def write_about_case(work: UnitOfWork, actor: Citizen | Operator, command: WriteAboutCase) -> UUID:
    """The message is in the conversation, its files are in the archive; the other side is told. Its id.

    What is in the archive already stays where it stands.

    Refuses like the door; before anything is written NotFound for a file about somebody else, and whatever
    ``write_message`` refuses.
    """
    there = await case_conversation(work, actor, command.case_id)
    if command.document_ids:
        known = {one.id for one in await documents_about(work, actor, there.person_id, there.ente_id)}
        if set(command.document_ids) - known:
            raise NotFound
    message = WriteMessage(
        about=About.CASE,
        subject_id=there.case_id,
        ente_id=there.ente_id,
        person_id=there.person_id,
        told_id=there.person_id,
        office_id=there.office_id,
        language=command.typed_in if isinstance(actor, Citizen) else there.language,
        **command.model_dump(exclude={"case_id"}),
    )
    message_id = await write_message(work, actor, message)
    if command.document_ids:
        is_ours = isinstance(actor, Operator)
        source = FilingSource.OFFICE_MESSAGE if is_ours else FilingSource.MESSAGE
        async with as_the_program(work, "file papers of a message") as system:
            await file_documents(work, system, FileDocuments(document_ids=command.document_ids, source=source))
    return message_id
