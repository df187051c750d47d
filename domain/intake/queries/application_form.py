"""What a page needs to ask the questions of a draft."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.catalogue.queries.form_of import FormDefinition, Step, form_of
from domain.catalogue.queries.published_services import PublishedService, ServiceCard, services_of_versions
from domain.intake.model.application import Application
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.rules.answers import visible
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ApplicationForm:
    """The whole form, the steps and questions to ask now (``steps``), what was attached, and the service."""

    form: FormDefinition
    steps: tuple[Step, ...]
    attachments: Mapping[str, tuple[AttachmentRow, ...]]
    service: PublishedService

    @property
    def card(self) -> ServiceCard:
        """The card of the service, in the version that the draft keeps."""
        return self.service.card

    def number_of(self, step_key: str) -> int:
        """The place of a step among those to show, from 1; 0 when it is not shown."""
        return next((place for place, step in enumerate(self.steps, 1) if step.key == step_key), 0)


async def application_form(work: UnitOfWork, actor: Citizen | Operator, application: Application) -> ApplicationForm:
    """The form of ``application``, which ``actor`` got through a door."""
    form = await form_of(work, application.service_version_id)
    services = await services_of_versions(work, [application.service_version_id])
    return ApplicationForm(
        form=form,
        steps=tuple(visible(form, application.answers)),
        attachments=await attachments_of(work, application),
        service=services[application.service_version_id],
    )
