"""What an application like an earlier one would begin with, before it is begun."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import Field, form_of
from domain.catalogue.queries.published_services import PublishedService, published_service, services_of_versions
from domain.intake.model.application import Application
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotUnderWay
from domain.intake.rules.drafts.copying import Copied, copied
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork

NEVER_SAVED = 1


@dataclass(frozen=True)
class CopyPreview:
    """The earlier ``application``, and the ``service`` as it is on offer now; None when it is not any more.

    ``taken`` are the questions that will be answered already, ``left`` those of which the answer cannot be taken;
    ``draft_id`` is a draft that somebody has written in already: it is finished or deleted first.
    """

    application: Application
    service: PublishedService | None
    copied: Copied
    taken: tuple[Field, ...] = ()
    left: tuple[Field, ...] = ()
    draft_id: UUID | None = None
    sent_on: date | None = None

    @property
    def is_possible(self) -> bool:
        """Whether it can be begun."""
        return self.service is not None and self.service.is_online and self.draft_id is None


async def copy_preview(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> CopyPreview:
    """Of an application of one's own that was sent. Refuses NotFound, and NotUnderWay for a draft."""
    application = await own_application(work, citizen, application_id)
    if application.submitted_at is None:
        raise NotUnderWay
    service = await _on_offer(work, citizen, application)
    if service is None:
        return CopyPreview(application, None, Copied({}, ()), sent_on=day_of(application.submitted_at))
    form = await form_of(work, service.version_id)
    found = copied(await form_of(work, application.service_version_id), form, application.answers)
    return CopyPreview(
        application,
        service,
        found,
        taken=tuple(field for step in form.steps for field in step.fields if field.key in found.answers),
        left=found.left,
        draft_id=await _written_draft(work, citizen, application, service),
        sent_on=day_of(application.submitted_at),
    )


async def _on_offer(work: UnitOfWork, citizen: Citizen, application: Application) -> PublishedService | None:
    before = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    try:
        return await published_service(work, citizen, before.slug, ente_id=application.ente_id)
    except NotFound:
        return None


async def _written_draft(
    work: UnitOfWork, citizen: Citizen, application: Application, service: PublishedService
) -> UUID | None:
    wanted = select(Application.id).where(
        col(Application.applicant_id) == citizen.person_id,
        col(Application.beneficiary_id) == application.beneficiary_id,
        col(Application.service_id) == service.service_id,
        col(Application.status) == ApplicationStatus.DRAFT,
        col(Application.version) > NEVER_SAVED,
    )
    return (await work.session.exec(wanted)).first()
