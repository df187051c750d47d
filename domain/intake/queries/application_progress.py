"""Where an application is: stages with their dates, the number, the office, the last day for the answer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle
from domain.intake.queries.assistance.entered import how_entered
from domain.intake.queries.own_applications import own_application
from domain.intake.rules.progress import Milestones, Stage, stages
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.organization.queries.offices import OfficeRow, office
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from domain.registry.queries.names import names


@dataclass(frozen=True)
class Progress:
    """The state of an application for the person who sent it. ``days_left`` until ``due_on``, negative after it.

    ``proceeding`` is where it stands in its procedure, None where the ente has none. ``may_go_on``: who asks may send
    further files or give it up. ``presented`` names both when one acted for another; ``entered`` who has entered it,
    for whom, when it was filled in at the desk.
    """

    application_id: UUID
    beneficiary_id: UUID
    service_id: UUID
    status: ApplicationStatus
    slug: str
    title: Localised
    stages: tuple[Stage, ...]
    submitted_at: datetime | None
    protocollo: str | None
    registered_at: datetime | None
    office: OfficeRow | None
    due_on: date | None
    days_left: int | None
    receipt_id: UUID | None
    responsible: str = ""
    may_go_on: bool = False
    outcome: Outcome | None = None
    proceeding: ProceedingSheet | None = None
    presented: Text | None = None
    entered: Text | None = None

    @property
    def id(self) -> UUID:
        """The application's."""
        return self.application_id

    @property
    def office_name(self) -> str:
        """The office that answers; nothing while none is competent."""
        return self.office.name if self.office else ""

    @property
    def office_phone(self) -> str:
        """The telephone of that office."""
        return self.office.phone if self.office else ""


async def application_progress(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> Progress:
    """The progress of one's own application; of a draft, that it was not sent yet. Refuses NotFound."""
    application = await own_application(work, citizen, application_id)
    number = await protocollo_of(work, application.id)
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    return Progress(
        application_id=application.id,
        beneficiary_id=application.beneficiary_id,
        service_id=application.service_id,
        status=application.status,
        slug=service.slug,
        title=service.card.title,
        stages=tuple(stages(_milestones(application, number.registered_at if number else None))),
        submitted_at=application.submitted_at,
        protocollo=number.label if number else None,
        registered_at=number.registered_at if number else None,
        office=await office(work, application.office_id) if application.office_id else None,
        due_on=application.due_on,
        days_left=application.days_left(work.today),
        receipt_id=application.receipt_id,
        responsible=await _responsible(work, application),
        may_go_on=may_handle(citizen, application),
        outcome=application.outcome,
        proceeding=await _proceeding(work, citizen, application),
        presented=await _presented(work, application),
        entered=await how_entered(work, application),
    )


async def _proceeding(work: UnitOfWork, citizen: Citizen, application: Application) -> ProceedingSheet | None:
    if application.is_draft:
        return None
    try:
        return await proceeding_of(work, citizen, application.id)
    except NotFound:
        return None


async def _presented(work: UnitOfWork, application: Application) -> Text | None:
    if not application.acting_name or application.title is None:
        return None
    helped = (await names(work, [application.beneficiary_id])).get(application.beneficiary_id)
    return application.title.presented(application.acting_name, helped.full_name if helped else "")


async def _responsible(work: UnitOfWork, application: Application) -> str:
    if application.responsible_id is None:
        return ""
    return (await operator_names(work, [application.responsible_id])).get(application.responsible_id, "")


def _milestones(application: Application, registered_at: datetime | None) -> Milestones:
    return Milestones(
        submitted_at=application.submitted_at,
        registered_at=registered_at,
        taken_at=application.taken_at,
        withdrawn_at=application.withdrawn_at,
        decided_at=application.decided_at,
        outcome=application.outcome,
        due_on=application.due_on,
    )
