"""Take in a file for a message about a case."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.casework.queries.case_conversation import case_to_write_about
from domain.documents.actions import attach_document as taking_in
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Citizen, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.work import UnitOfWork

WITH_A_MESSAGE = _("File di un messaggio")


class TakeInCaseFile(BaseModel):
    """The whole file, as it came."""

    case_id: UUID
    content: bytes
    file_name: Annotated[str, StringConstraints(max_length=255)]


async def take_in_case_file(work: UnitOfWork, actor: Citizen | Operator, command: TakeInCaseFile) -> UUID:
    """The id of the document, kept and examined as every file that somebody sends; it waits for its message.

    Refuses like the door, and Invalid, under ``file``, for what cannot be taken.
    """
    there = await case_to_write_about(work, actor, command.case_id)
    document = await taking_in.attach_document(
        work,
        actor,
        taking_in.AttachDocument(
            ente_id=there.ente_id,
            person_id=there.person_id,
            kind=DocumentKind.OTHER,
            title=say(WITH_A_MESSAGE, SOURCE.code),
            file_name=command.file_name,
            content=command.content,
        ),
    )
    return document.id
