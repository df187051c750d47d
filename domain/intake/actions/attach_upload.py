"""Send a document that arrived in pieces for a question of an application."""

from uuid import UUID

from pydantic import BaseModel

from domain.documents.actions.finish_upload import FinishUpload, finish_upload
from domain.documents.queries.own_upload import own_upload
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.model.application import Attachment
from domain.intake.queries.attachment_place import attachment_place
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork


class AttachUpload(BaseModel):
    """An upload of which every piece has arrived; ``is_page`` as in ``KeepAttachment``."""

    upload_id: UUID
    is_page: bool = False


async def attach_upload(work: UnitOfWork, citizen: Citizen, command: AttachUpload) -> Attachment:
    """Make a document of the upload and add it to the application for which it was started; asked twice, once.

    Refuses like ``attach_document``, and UploadInterrupted while pieces are missing.
    """
    upload = await own_upload(work, citizen, command.upload_id)
    place = await attachment_place(work, citizen, upload.about_id, upload.field)
    try:
        document = await finish_upload(
            work, citizen, FinishUpload(upload_id=upload.id, kind=place.kind, title=place.title)
        )
    except Invalid as refused:
        raise Invalid({upload.field: next(iter(refused.fields.values()))}) from refused
    kept = KeepAttachment(
        application_id=upload.about_id, field=upload.field, document_id=document.id, is_page=command.is_page
    )
    return await keep_attachment(work, citizen, kept)
