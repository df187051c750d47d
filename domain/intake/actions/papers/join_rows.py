"""Photographs of one question become one document in their place: for the actions that put pages together."""

from collections.abc import Sequence

from sqlmodel import col, select

from domain.documents.actions.join_photos import JoinPhotos, join_photos
from domain.documents.actions.remove_document import remove_document
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.model.application import Application, Attachment
from domain.intake.queries.attachments_of import AttachmentRow
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork

FEWEST = 2


async def join_rows(
    work: UnitOfWork,
    actor: Citizen | Operator,
    application: Application,
    key: str,
    rows: Sequence[AttachmentRow],
) -> dict[str, Text]:
    """One PDF instead of the photographs among ``rows``, in their order, with the title of the first.

    What is no photograph stays, and so does one alone.

    Whoever calls files it, where the application was sent.

    Gives back, under the question, why they could not be put together. ``application`` came through its door.
    """
    pages = [row for row in rows if row.is_photo]
    if len(pages) < FEWEST:
        return {}
    wanted = JoinPhotos(document_ids=[page.document_id for page in pages], title=pages[0].title)
    try:
        whole = await join_photos(work, actor, wanted)
    except Invalid as refusal:
        return {key: next(iter(refusal.fields.values()))}
    kept = await keep_attachment(
        work, actor, KeepAttachment(application_id=application.id, field=key, document_id=whole.id, is_page=True)
    )
    found = select(Attachment).where(col(Attachment.id).in_([page.id for page in pages]))
    gone = (await work.session.exec(found)).all()
    kept.place = min(one.place for one in gone)
    for page in pages:
        await remove_document(work, actor, page.document_id)
    await work.session.flush()  # a delegate reaches a document through the attachment that goes next
    for one in gone:
        await work.session.delete(one)
    await work.session.flush()  # a page that follows in this transaction lists what is left
    return {}
