"""Begin to send a file in pieces."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.documents.model.document import Upload
from domain.documents.rules.file_problems import FileProblem, explain
from domain.documents.rules.intake_limits import IntakeLimits
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


class StartUpload(BaseModel):
    """A file of ``length`` bytes about a person, which will answer ``field`` of ``about_id``."""

    ente_id: UUID
    person_id: UUID
    about_id: UUID
    field: str
    file_name: Annotated[str, StringConstraints(max_length=255)]
    length: int = Field(ge=0)


async def start_upload(work: UnitOfWork, citizen: Citizen, command: StartUpload) -> Upload:
    """Make room for the file. Refuses Invalid, under ``file``, when it is empty or too large: before it is sent.

    Row-level security refuses files about people for whom the citizen does not act.
    """
    limits = IntakeLimits(size=settings().upload_limit_bytes)
    if command.length == 0:
        raise Invalid({"file": explain(FileProblem.EMPTY, limits)})
    if command.length > limits.size:
        raise Invalid({"file": explain(FileProblem.TOO_LARGE, limits)})
    upload = Upload(**command.model_dump())
    work.session.add(upload)
    return upload
