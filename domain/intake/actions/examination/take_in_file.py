"""Take in a file that the person sends upon a request of the office: for the actions of answers."""

from collections.abc import Sequence
from uuid import UUID

from domain.catalogue.queries.form_of import form_of
from domain.documents.actions import attach_document as taking_in
from domain.documents.terms import DocumentKind
from domain.intake.actions.keep_attachment import KeepAttachment, keep_attachment
from domain.intake.actions.papers.settle_late_papers import SettleLatePapers, settle_late_papers
from domain.intake.model.application import Application
from domain.intake.queries.attachment_place import MOST_FILES
from domain.intake.queries.attachments_of import attached_fields, attachments_of
from domain.intake.refusals import TooManyAttachments
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork

UPON_REQUEST = "upon_request"
MOST_LATE_FILES = 2 * MOST_FILES


async def take_in_file(
    work: UnitOfWork,
    citizen: Citizen,
    application: Application,
    question: str | None,
    title: str,
    file: tuple[str, bytes],
    more_pages: Sequence[bytes] = (),
) -> UUID:
    """The id of the document; it stands beside the question of the form, if it answers one.

    Photographs in ``more_pages`` are further pages of the same document. It is in the person's file at once.

    Refuses Invalid when the file cannot be taken, TooManyAttachments.
    """
    if sum((await attached_fields(work, application)).values()) >= MOST_LATE_FILES:
        raise TooManyAttachments
    field = (await form_of(work, application.service_version_id)).field(question) if question else None
    kind = DocumentKind(field.document_kind) if field and field.document_kind else DocumentKind.OTHER
    key, name = question or UPON_REQUEST, file[0]
    before = {row.document_id for row in (await attachments_of(work, application)).get(key, ())}
    taken: list[UUID] = []
    for content in (file[1], *more_pages):
        document = await taking_in.attach_document(
            work,
            citizen,
            taking_in.AttachDocument(
                ente_id=application.ente_id,
                person_id=application.beneficiary_id,
                kind=kind,
                title=title,
                file_name=name,
                content=content,
            ),
        )
        kept = KeepAttachment(application_id=application.id, field=key, document_id=document.id, is_page=True)
        taken.append((await keep_attachment(work, citizen, kept)).document_id)
    await settle_late_papers(work, citizen, SettleLatePapers(application_id=application.id))
    there = [row.document_id for row in (await attachments_of(work, application)).get(key, ())]
    return next((one for one in there if one not in before), taken[0])
