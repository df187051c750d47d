"""Where a document for a question goes: about whom, in which ente, as what."""

from dataclasses import dataclass
from uuid import UUID

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.terms import FieldKind
from domain.documents.terms import DocumentKind
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle
from domain.intake.queries.application_of import application_of
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.queries.conversation.application_conversation import application_to_write_about
from domain.intake.refusals import NotUnderWay, NotYetChecked, NotYourPerson, TooManyAttachments
from domain.intake.terms import IN_CONVERSATION, ApplicationStatus
from domain.kernel.actor import Citizen, Companion, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.work import UnitOfWork

MOST_FILES = 30
MOST_IN_CONVERSATION = 60
WITH_A_MESSAGE = _("File di un messaggio")
OPEN = (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE)


@dataclass(frozen=True)
class AttachmentPlace:
    """What a document for this question is, and whose."""

    ente_id: UUID
    person_id: UUID
    kind: DocumentKind
    title: str


async def attachment_place(
    work: UnitOfWork, actor: Citizen | Operator | Companion, application_id: UUID, field_key: str
) -> AttachmentPlace:
    """The place for a document in one's own application, or in one that is filled in at the desk.

    IN_CONVERSATION is the place of what goes with a message (``message_file_place``).

    Refuses NotFound (also for a question that wants no document), NotYourPerson for an application that somebody else
    goes on with, NotYetChecked for somebody only declared, NotUnderWay when it is over, TooManyAttachments from 30 on.
    """
    if field_key == IN_CONVERSATION and not isinstance(actor, Companion):
        return await message_file_place(work, actor, application_id)
    application = await application_of(work, actor, application_id)
    field = (await form_of(work, application.service_version_id)).field(field_key)
    if field is None or field.kind is not FieldKind.DOCUMENT:
        raise NotFound
    _may_add(actor, application)
    if application.status not in OPEN:
        raise NotUnderWay
    attached = await attached_fields(work, application)
    if sum(attached.values()) - attached.get(IN_CONVERSATION, 0) >= MOST_FILES:
        raise TooManyAttachments
    kind = DocumentKind(field.document_kind) if field.document_kind else DocumentKind.OTHER
    return AttachmentPlace(application.ente_id, application.beneficiary_id, kind, field.label.in_("it"))


async def message_file_place(work: UnitOfWork, actor: Citizen | Operator, application_id: UUID) -> AttachmentPlace:
    """The place for a file of a message about an application that was sent, for its person and for the office.

    Refuses like the door of the conversation, NotYourPerson to who only looks on, TooManyAttachments from 60 on.
    """
    application = await application_to_write_about(work, actor, application_id)
    if isinstance(actor, Citizen) and not may_handle(actor, application):
        raise NotYourPerson
    if (await attached_fields(work, application)).get(IN_CONVERSATION, 0) >= MOST_IN_CONVERSATION:
        raise TooManyAttachments
    title = say(WITH_A_MESSAGE, SOURCE.code)
    return AttachmentPlace(application.ente_id, application.beneficiary_id, DocumentKind.OTHER, title)


def _may_add(actor: Citizen | Operator | Companion, application: Application) -> None:
    """What the door does not say of a citizen; the doors of the desk have said everything."""
    if not isinstance(actor, Citizen):
        return
    if application.beneficiary_id in actor.prepares_for:
        raise NotYetChecked
    if not may_handle(actor, application):
        raise NotYourPerson
