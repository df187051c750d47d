"""What the second screen shows now, in the language of who follows."""

import hashlib
from dataclasses import dataclass

from sqlmodel import col, select

from domain.catalogue.queries.form_of import FormDefinition, Step, form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.catalogue.terms import FieldKind
from domain.intake.model.application import Application
from domain.intake.model.assistance import SecondScreen
from domain.intake.queries.application_of import application_of
from domain.intake.queries.assistance.confirmations import Said, confirmations
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.refusals import ScreenOver
from domain.intake.rules.answers import visible
from domain.intake.rules.confirming import REVIEW, declarations, declared_text, told
from domain.intake.rules.summary import AnswerRow, summary
from domain.kernel.actor import Companion
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ShownStep:
    """A step to read: questions and answers in words."""

    title: str
    intro: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class ShownDeclaration:
    """A sentence to which the person agrees, and whether they have."""

    key: str
    text: str
    legal_text: str
    is_agreed: bool


@dataclass(frozen=True)
class ShownPaper:
    """A document that is asked for, and the names of the files that came for it."""

    key: str
    label: str
    hint: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class ScreenView:
    """One step, or all of them before the application is sent.

    ``version`` goes back with what the person says of it; ``mark`` is another one whenever the page is another one.
    """

    service: str
    step_key: str
    place: int
    total: int
    version: int
    steps: tuple[ShownStep, ...]
    declarations: tuple[ShownDeclaration, ...]
    papers: tuple[ShownPaper, ...]
    said: Said | None
    mark: str

    @property
    def is_review(self) -> bool:
        """Whether everything is shown together."""
        return self.step_key == REVIEW


async def screen_view(work: UnitOfWork, companion: Companion, language: str) -> ScreenView:
    """What the operator shows now. Refuses ScreenOver once the application is sent or the screen closed."""
    application = await application_of(work, companion, companion.application_id)
    step_key = await shown_step(work, companion)
    form = await form_of(work, application.service_version_id)
    steps = visible(form, application.answers)
    shown = [step for step in steps if step_key in (step.key, REVIEW)]
    said = await confirmations(work, application, form)
    papers = await _papers(work, application, shown, language)
    services = await services_of_versions(work, [application.service_version_id])
    places = {step.key: place for place, step in enumerate(steps, 1)}
    return ScreenView(
        service=services[application.service_version_id].card.title.in_(language),
        step_key=step_key,
        place=places.get(step_key, len(steps) + 1),
        total=len(steps) + 1,
        version=application.version,
        steps=_told(form, application, step_key, language),
        declarations=tuple(
            ShownDeclaration(
                key=field.key,
                text=declared_text(field, language),
                legal_text=field.legal_text.in_(language) if field.legal_text else "",
                is_agreed=field.key in said and said[field.key].counts,
            )
            for field in declarations(shown)
        ),
        papers=papers,
        said=said.get(step_key),
        mark=_mark(language, step_key, application.version, papers, max((one.at for one in said.values()), default="")),
    )


async def shown_step(work: UnitOfWork, companion: Companion) -> str:
    """The key of the step that the operator shows now. Refuses ScreenOver."""
    wanted = select(SecondScreen.step_key).where(col(SecondScreen.id) == companion.screen_id)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise ScreenOver
    return found


def _told(form: FormDefinition, application: Application, step_key: str, language: str) -> tuple[ShownStep, ...]:
    intros = {step.key: step.intro.in_(language) if step.intro else "" for step in form.steps}
    return tuple(
        ShownStep(step.title, intros[step.key], told(step))
        for step in summary(form, application.answers, language, {})
        if step_key in (step.key, REVIEW)
    )


async def _papers(
    work: UnitOfWork, application: Application, steps: list[Step], language: str
) -> tuple[ShownPaper, ...]:
    sent = await attachments_of(work, application)
    return tuple(
        ShownPaper(
            key=field.key,
            label=field.label.in_(language),
            hint=field.hint.in_(language) if field.hint else "",
            files=tuple(row.file_name for row in sent.get(field.key, ())),
        )
        for step in steps
        for field in step.fields
        if field.kind is FieldKind.DOCUMENT
    )


def _mark(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
