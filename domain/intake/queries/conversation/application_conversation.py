"""The conversation about an application: the doors for the citizen and for the office, and what may be enclosed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.queries.conversations.conversation import ConversationRow, conversation_row, is_kept_from
from domain.correspondence.terms.conversations import About
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.intake.model.application import Application, Attachment
from domain.intake.model.letter import PassageLetter
from domain.intake.permissions import may_handle
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.queries.own_applications import own_application
from domain.kernel.actor import Citizen, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ApplicationConversation:
    """Where it stands (None while nobody has written), with which office, and whether who asks may write."""

    application_id: UUID
    person_id: UUID
    office_id: UUID | None
    language: str
    conversation: ConversationRow | None
    may_write: bool = True


async def application_conversation(
    work: UnitOfWork, actor: Citizen | Operator, application_id: UUID
) -> ApplicationConversation:
    """The conversation about an application that was sent.

    Refuses like the doors of the application; NotFound to who acts for a person whose messages are hidden.
    """
    application = await application_to_write_about(work, actor, application_id)
    return ApplicationConversation(
        application.id,
        application.beneficiary_id,
        application.office_id,
        application.language,
        await conversation_row(work, actor, About.APPLICATION, application.id),
        may_write=not isinstance(actor, Citizen) or may_handle(actor, application),
    )


async def application_to_write_about(work: UnitOfWork, actor: Citizen | Operator, application_id: UUID) -> Application:
    """The door behind: the application itself. An operator's reading is noted, with its reason."""
    if isinstance(actor, Operator):
        application = await application_to_handle(work, actor, application_id)
        work.note_reading(
            Reading(
                person_id=application.beneficiary_id,
                ente_id=application.ente_id,
                subject=ReadingSubject.CONVERSATION,
                subject_id=application.id,
                purpose=ReadingPurpose.APPLICATION_WORK,
            )
        )
        return application
    application = await own_application(work, actor, application_id)
    if application.is_draft or await is_kept_from(work, actor, application.beneficiary_id):
        raise NotFound
    return application


async def files_to_enclose(work: UnitOfWork, actor: Citizen | Operator, application_id: UUID) -> Sequence[DocumentRow]:
    """What belongs to the application and may go with a message: files that were sent, its receipt, its letters.

    Who asks has come through the door; the latest first.
    """
    attached = select(Attachment.document_id).where(col(Attachment.application_id) == application_id)
    written = select(PassageLetter.document_id).where(col(PassageLetter.application_id) == application_id)
    receipt = select(Application.receipt_id).where(
        col(Application.id) == application_id, col(Application.receipt_id).is_not(None)
    )
    ids: list[UUID] = []
    for wanted in (attached, written, receipt):
        ids += [one for one in (await work.session.exec(wanted)).all() if one is not None]
    found = await documents_by_id(work, ids)
    return sorted(found.values(), key=lambda one: one.created_at, reverse=True)
