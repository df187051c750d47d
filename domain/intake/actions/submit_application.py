"""Send an application to the office."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.events import ApplicationSubmitted
from domain.intake.model.application import Application
from domain.intake.permissions import title_in
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.queries.own_draft import own_draft
from domain.intake.refusals import ApplicationIncomplete, NotYetChecked, NotYourPerson
from domain.intake.rules.answers import cleaned
from domain.intake.rules.completeness import missing
from domain.intake.rules.deadlines import due_on
from domain.intake.rules.shown import spoken
from domain.kernel.actor import Citizen
from domain.kernel.titles import Title
from domain.organization.queries.competent_office import competent_office
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class SubmitApplication(BaseModel):
    """Which one; ``language`` is the one in which the citizen has read it, and will get the receipt."""

    application_id: UUID
    language: str | None = None


async def submit_application(work: UnitOfWork, citizen: Citizen, command: SubmitApplication) -> Application:
    """Send it: the term starts, the office that is competent gets it, the answers are kept in one form.

    The row is locked, so of two at once one sends and the other is refused. Refuses NotFound, AlreadySubmitted,
    NotYetChecked for somebody only declared, NotYourPerson when the citizen no longer acts for the person,
    ApplicationIncomplete with the steps to mend.
    """
    application = await own_draft(work, citizen, command.application_id)
    if application.beneficiary_id in citizen.prepares_for:
        raise NotYetChecked
    if (title := title_in(citizen, application)) is None:
        raise NotYourPerson
    form = await form_of(work, application.service_version_id)
    attached = await attached_fields(work, application)
    if gaps := missing(form, application.answers, attached, today=work.today):
        raise ApplicationIncomplete(tuple(gaps))
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    office = await competent_office(work, application.ente_id)
    application.answers = cleaned(form, application.answers)
    application.language = spoken(command.language or application.language)
    due = due_on(work.today, service.term_days)
    mandate = citizen.mandate_for(
        application.beneficiary_id, service_id=application.service_id, application_id=application.id
    )
    application.act_as(title, mandate.delegation_id if mandate and title.is_delegated else None)
    own_name = (await names(work, [citizen.person_id]))[citizen.person_id].full_name
    application.submit(
        at=work.now,
        due_on=due,
        office_id=office.id if office else None,
        acting_name=None if title is Title.SELF else own_name,
    )
    await work.record(
        ApplicationSubmitted(
            ente_id=application.ente_id,
            application_id=application.id,
            applicant_id=application.applicant_id,
            beneficiary_id=application.beneficiary_id,
            submitted_at=work.now,
            due_on=due,
            office_id=application.office_id,
            title=application.title,
            delegation_id=application.delegation_id,
        )
    )
    return application
