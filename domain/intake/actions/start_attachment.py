"""Begin to send, in pieces, a document for a question of an application."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.documents.actions.start_upload import StartUpload, start_upload
from domain.intake.queries.attachment_place import attachment_place
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


class StartAttachment(BaseModel):
    """A file of ``length`` bytes for the question ``field``."""

    application_id: UUID
    field: str
    file_name: Annotated[str, StringConstraints(max_length=255)]
    length: int = Field(ge=0)


async def start_attachment(work: UnitOfWork, citizen: Citizen, command: StartAttachment) -> UUID:
    """The id of the upload to which the pieces go (``append_upload``); ``attach_upload`` ends it.

    Refuses NotFound, NotUnderWay, TooManyAttachments, and Invalid (under ``file``) for an empty or too large file.
    """
    place = await attachment_place(work, citizen, command.application_id, command.field)
    upload = await start_upload(
        work,
        citizen,
        StartUpload(
            ente_id=place.ente_id,
            person_id=place.person_id,
            about_id=command.application_id,
            field=command.field,
            file_name=command.file_name,
            length=command.length,
        ),
    )
    return upload.id
