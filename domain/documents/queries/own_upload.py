"""A file on its way, for the citizen who sends it."""

from uuid import UUID

from sqlmodel import col, select

from domain.documents.gateways.store import uploads
from domain.documents.model.document import Upload
from domain.documents.permissions import uploads_of
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def own_upload(work: UnitOfWork, citizen: Citizen, upload_id: UUID, *, for_update: bool = False) -> Upload:
    """The upload, if it is about the citizen or somebody the citizen acts for. Refuses NotFound otherwise."""
    own = select(Upload).where(col(Upload.id) == upload_id, uploads_of(citizen))
    if for_update:
        own = own.with_for_update().execution_options(populate_existing=True)
    upload = (await work.session.exec(own)).first()
    if upload is None:
        raise NotFound
    return upload


async def upload_offset(work: UnitOfWork, citizen: Citizen, upload_id: UUID) -> tuple[int, int]:
    """(bytes that have arrived, bytes of the whole file) of one's own upload. Refuses NotFound."""
    upload = await own_upload(work, citizen, upload_id)
    arrived = upload.length if upload.finished_at is not None else await uploads().size(str(upload.id))
    return arrived, upload.length
