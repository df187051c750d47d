"""Take the next piece of a file that arrives in pieces."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.documents.gateways.store import uploads
from domain.documents.queries.own_upload import own_upload
from domain.documents.refusals import UploadInterrupted
from domain.kernel.actor import Citizen
from domain.platform.files import TooLarge
from domain.platform.uploads import OffsetMismatch
from domain.platform.work import UnitOfWork


class AppendUpload(BaseModel):
    """``chunk`` starts ``offset`` bytes from the beginning of the file."""

    upload_id: UUID
    offset: int = Field(ge=0)
    chunk: bytes


async def append_upload(work: UnitOfWork, citizen: Citizen, command: AppendUpload) -> int:
    """Keep the piece and give the new offset in bytes. A finished upload answers its length, whatever comes.

    Refuses NotFound for another's upload, UploadInterrupted for a piece that does not follow the last one or that
    goes beyond the declared length.
    """
    upload = await own_upload(work, citizen, command.upload_id)
    if upload.finished_at is not None:
        return upload.length
    try:
        return await uploads().append(str(upload.id), command.offset, command.chunk, limit=upload.length)
    except (OffsetMismatch, TooLarge) as refused:
        raise UploadInterrupted from refused
