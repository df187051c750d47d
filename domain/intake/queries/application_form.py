"""What a page needs to ask the questions of a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition, Step, form_of
from domain.catalogue.queries.published_services import PublishedService, ServiceCard, services_of_versions
from domain.catalogue.terms import FieldKind
from domain.intake.model.application import Application
from domain.intake.queries.attachments_of import AttachmentRow, attachments_of
from domain.intake.rules.answers import facts_of, visible, with_computed
from domain.intake.rules.drafts.earlier import source_words
from domain.intake.rules.page_rules import page_rules
from domain.intake.rules.shown import shown
from domain.intake.rules.typing.boxes import row_count
from domain.kernel.actor import Citizen, Operator
from domain.kernel.text import Text
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
    known_from: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def card(self) -> ServiceCard:
        """The card of the service, in the version that the draft keeps."""
        return self.service.card

    def number_of(self, step_key: str) -> int:
        """The place of a step among those to show, from 1; 0 when it is not shown."""
        return next((place for place, step in enumerate(self.steps, 1) if step.key == step_key), 0)

    @property
    def boxes(self) -> dict[str, Any]:
        """What stands in the boxes of the pages."""
        return {name: value for name, value in self.answers.items() if value not in (None, "", [])}

    def questions_of(self, step: Step, language: str) -> "StepQuestions":
        """The questions of one of ``steps``, for a page in ``language``."""
        return StepQuestions(self.form, step, self.answers, language, self.known_from)


@dataclass(frozen=True)
class StepQuestions:
    """A page of questions: ``step`` holds those to ask now, the form the others of the same step.

    ``known_from`` says from where the answers are that nobody has typed here.
    """

    form: FormDefinition
    step: Step
    answers: Mapping[str, Any]
    language: str
    known_from: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every question of the step, also those that are not asked now."""
        whole = self.form.step(self.step.key)
        return whole.fields if whole else ()

    @property
    def asked_now(self) -> frozenset[str]:
        """The keys of those that are."""
        return frozenset(one.key for one in self.step.fields)

    @cached_property
    def rules(self) -> dict[str, Any] | None:
        """What a browser needs to show and hide the questions and to compute; None when nothing changes."""
        whole = self.form.step(self.step.key)
        return page_rules(whole, facts_of(self.form, self.answers)) if whole else None

    @property
    def has_files(self) -> bool:
        """Whether a question wants documents."""
        return any(one.kind is FieldKind.DOCUMENT for one in self.fields)

    @property
    def wants_people(self) -> bool:
        """Whether a question asks for a person, among whom some are known."""
        return any(one.kind is FieldKind.PERSON for one in self.fields)

    def result_of(self, asked: Field) -> str:
        """What is computed for ``asked``, in words; nothing while it cannot be told."""
        return shown(asked, self.answers, self.language) if self.answers.get(asked.key) else ""

    def source_of(self, asked: Field) -> Text | None:
        """From where the answer is, while nobody has looked at it; None for one that was typed here."""
        source = self.known_from.get(asked.key)
        return source_words(source, self.language) if source else None

    def rows_of(self, asked: Field) -> range:
        """The rows of a group that the page shows."""
        return range(row_count(asked, self.answers))


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
        known_from=application.known_from,
    )
