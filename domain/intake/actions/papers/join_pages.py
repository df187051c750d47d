"""Photographs that were sent for one question become one document, a page each."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.documents.actions.join_photos import JoinPhotos, join_photos
from domain.documents.actions.remove_document import remove_document
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.model.application import Application, Attachment
from domain.intake.queries.attachment_place import attachment_place
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.queries.own_draft import own_draft
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork

FEWEST = 2


class JoinPages(BaseModel):
    """Of which step of a draft."""

    application_id: UUID
    step_key: str


async def join_pages(work: UnitOfWork, actor: Citizen | Operator, command: JoinPages) -> dict[str, Text]:
    """For each question of the step with several photographs: one PDF in their place, in the order they stand.

    Gives back, by question, why photographs could not be put together: they stay as they are. Refuses NotFound,
    AlreadySubmitted, NotYourPerson.
    """
    application = await own_draft(work, actor, command.application_id)
    step = (await form_of(work, application.service_version_id)).step(command.step_key)
    if step is None:
        raise NotFound
    here = {field.key for field in step.fields}
    refused: dict[str, Text] = {}
    for key, rows in (await attachments_of(work, application)).items():
        pages = [row for row in rows if row.is_photo]
        if key in here and len(pages) >= FEWEST:
            refused |= await _join(work, actor, application, key, pages)
    return refused


async def _join(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, key: str, pages: list[AttachmentRow]
) -> dict[str, Text]:
    place = await attachment_place(work, actor, application.id, key, adding=0)
    try:
        whole = await join_photos(
            work, actor, JoinPhotos(document_ids=[page.document_id for page in pages], title=place.title)
        )
    except Invalid as refusal:
        return {key: next(iter(refusal.fields.values()))}
    kept = await keep_attachment(
        work, actor, KeepAttachment(application_id=application.id, field=key, document_id=whole.id)
    )
    wanted = select(Attachment).where(col(Attachment.id).in_([page.id for page in pages]))
    gone = (await work.session.exec(wanted)).all()
    kept.place = min(one.place for one in gone)
    for page in pages:
        await remove_document(work, actor, page.document_id)
    await work.session.flush()  # a delegate reaches a document through the attachment that goes next
    for one in gone:
        await work.session.delete(one)
    await work.session.flush()  # a page that follows in this transaction lists what is left
    return {}
