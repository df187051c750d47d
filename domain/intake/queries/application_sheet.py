"""An application as the office reads it. The reading is noted, with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of
from domain.intake.model.application import Application
from domain.intake.permissions import may_work_on_applications, visible_to
from domain.intake.queries.assistance.confirmations import KeptConfirmation, kept_confirmations
from domain.intake.queries.assistance.entered import Entered, entered, how_entered
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.queries.papers.promises_of import PromiseRow, promises_of
from domain.intake.queries.signature_rows import signed_words
from domain.intake.rules.drafts.signing import is_signed_by_others
from domain.intake.rules.summary import StepSummary, summary
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.text import Text
from domain.kernel.titles import Title
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


@dataclass(frozen=True)
class ApplicationSheet:
    """All the answers in words, the files, the number and the clock.

    ``applicant_name`` is empty when the applicant asked for oneself and lives where the operator does not work;
    ``acting`` says by which title somebody acted for the beneficiary, None for oneself. ``language`` is the one the
    applicant speaks; ``term_days`` the term of the procedure; ``days_left`` until ``due_on``, negative after it.
    ``entered`` and ``confirmations`` are the trace of what was filled in at the desk, ``promises`` what is still to
    come, by question; ``signed`` are the others who have signed.
    """

    id: UUID
    ente_id: UUID
    office_id: UUID | None
    slug: str
    title: str
    status: ApplicationStatus
    applicant_id: UUID
    applicant_name: str
    beneficiary_id: UUID
    beneficiary_name: str
    language: str
    steps: tuple[StepSummary, ...]
    attachments: Mapping[str, tuple[AttachmentRow, ...]]
    submitted_at: datetime | None
    taken_at: datetime | None
    protocollo: str | None
    term_days: int
    due_on: date | None
    days_left: int | None
    receipt_id: UUID | None
    acting: Title | None = None
    how_entered: Text | None = None
    entered: Entered | None = None
    confirmations: Sequence[KeptConfirmation] = ()
    bando_id: UUID | None = None
    late_reason: str = ""
    promises: Mapping[str, PromiseRow] = field(default_factory=dict)
    signed: tuple[Text, ...] = ()


async def application_to_handle(
    work: UnitOfWork, operator: Operator, application_id: UUID, *, for_update: bool = False
) -> Application:
    """The door for operators: what was sent to an ente in reach, about somebody the operator may know of.

    Refuses NotAllowed without a role that works on applications, NotFound otherwise: the attempt is noted.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(operator))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).first()
    if found is None or not await names(work, [found.beneficiary_id]):
        work.note_reading(
            Reading(
                person_id=None,
                ente_id=operator.ente_id,
                subject=ReadingSubject.APPLICATION,
                subject_id=application_id,
                purpose=ReadingPurpose.APPLICATION_WORK,
                is_granted=False,
            )
        )
        raise NotFound
    return found


async def application_sheet(
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    *,
    purpose: str = ReadingPurpose.APPLICATION_WORK,
    language: str = SOURCE.code,
) -> ApplicationSheet:
    """The sheet of an application for the office, in ``language``; the reading is noted with ``purpose``.

    Refuses like the door: NotAllowed without the role, NotFound out of reach.
    """
    application = await application_to_handle(work, operator, application_id)
    work.note_reading(
        Reading(
            person_id=application.beneficiary_id,
            ente_id=application.ente_id,
            subject=ReadingSubject.APPLICATION,
            subject_id=application.id,
            purpose=str(purpose),
        )
    )
    return await _sheet(work, application, language)


async def _sheet(work: UnitOfWork, application: Application, language: str) -> ApplicationSheet:
    form = await form_of(work, application.service_version_id)
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    attachments = await attachments_of(work, application)
    number = await protocollo_of(work, application.id)
    people = await names(work, [application.applicant_id, application.beneficiary_id])
    applicant = people.get(application.applicant_id)
    files = {field: [row.file_name for row in rows] for field, rows in attachments.items()}
    return ApplicationSheet(
        id=application.id,
        bando_id=application.bando_id,
        late_reason=application.late_reason,
        ente_id=application.ente_id,
        office_id=application.office_id,
        slug=service.slug,
        title=service.card.title.in_(language),
        status=application.status,
        applicant_id=application.applicant_id,
        applicant_name=applicant.full_name if applicant else application.acting_name or "",
        beneficiary_id=application.beneficiary_id,
        beneficiary_name=people[application.beneficiary_id].full_name,
        language=application.language,
        steps=summary(form, application.answers, language, files),
        attachments=attachments,
        submitted_at=application.submitted_at,
        taken_at=application.taken_at,
        protocollo=number.label if number else None,
        term_days=service.term_days,
        due_on=application.due_on,
        days_left=application.days_left(work.today),
        receipt_id=application.receipt_id,
        acting=application.title if application.acting_name else None,
        signed=await signed_words(work, application.id, language) if is_signed_by_others(form) else (),
        how_entered=await how_entered(work, application),
        entered=await entered(work, application),
        promises=await promises_of(work, application),
        confirmations=await kept_confirmations(work, application) if application.entered_by_id else (),
    )
