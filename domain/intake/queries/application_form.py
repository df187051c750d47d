"""What a page needs to ask the questions of a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition, Step, form_of
from domain.catalogue.queries.published_services import PublishedService, ServiceCard, services_of_versions
from domain.intake.model.application import Application
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.rules.answers import facts_of, visible, with_computed
from domain.intake.rules.page_rules import page_rules
from domain.intake.rules.shown import shown
from domain.intake.rules.typing.boxes import row_count
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ApplicationForm:
    """The whole form, the steps and questions to ask now (``steps``), what was attached, and the service.

    ``answers`` are those so far, with what is computed from them.
    """

    form: FormDefinition
    steps: tuple[Step, ...]
    attachments: Mapping[str, tuple[AttachmentRow, ...]]
    service: PublishedService
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def card(self) -> ServiceCard:
        """The card of the service, in the version that the draft keeps."""
        return self.service.card

    def number_of(self, step_key: str) -> int:
        """The place of a step among those to show, from 1; 0 when it is not shown."""
        return next((place for place, step in enumerate(self.steps, 1) if step.key == step_key), 0)

    def all_fields(self, step_key: str) -> tuple[Field, ...]:
        """Every question of a step, also those that are not asked now."""
        step = self.form.step(step_key)
        return step.fields if step else ()

    def result(self, asked: Field, language: str) -> str:
        """What is computed for ``asked``, in words; nothing while it cannot be told."""
        return shown(asked, self.answers, language) if self.answers.get(asked.key) else ""

    def rows_of(self, asked: Field) -> range:
        """The rows of a group that the page shows."""
        return range(row_count(asked, self.answers))

    def rules_of(self, step_key: str) -> dict[str, Any] | None:
        """What a browser needs to show and hide the questions of a step and to compute; None when nothing does."""
        step = self.form.step(step_key)
        return page_rules(step, facts_of(self.form, self.answers)) if step else None


async def application_form(work: UnitOfWork, actor: Citizen | Operator, application: Application) -> ApplicationForm:
    """The form of ``application``, which ``actor`` got through a door."""
    form = await form_of(work, application.service_version_id)
    services = await services_of_versions(work, [application.service_version_id])
    return ApplicationForm(
        form=form,
        steps=tuple(visible(form, application.answers)),
        attachments=await attachments_of(work, application),
        service=services[application.service_version_id],
        answers=with_computed(form, application.answers),
    )
