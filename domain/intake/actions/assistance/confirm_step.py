"""Who follows on the second screen says that what stands there is right, or that it is not."""

from typing import Annotated

from pydantic import BaseModel, Field

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.intake.model.application import Application
from domain.intake.model.assistance import Confirmation
from domain.intake.queries.application_of import application_of
from domain.intake.queries.assistance.screen_view import shown_step
from domain.intake.refusals import AnswersChanged
from domain.intake.rules.answers import visible
from domain.intake.rules.confirming import (
    REVIEW,
    confirmed_rows,
    declaration_digest,
    declarations,
    declared_text,
    digest_of,
)
from domain.intake.rules.shown import spoken
from domain.kernel.actor import Companion
from domain.platform.work import UnitOfWork


class ConfirmStep(BaseModel):
    """What the page showed (``step_key``, ``version``), in which language, and what the person says of it.

    ``declarations`` are the sentences agreed to; they count only where the rest is right.
    """

    step_key: str
    version: int
    is_agreed: bool
    declarations: Annotated[list[str], Field(max_length=50)] = []
    language: str


async def confirm_step(work: UnitOfWork, companion: Companion, command: ConfirmStep) -> None:
    """Keep what was said, with the very text that was read. Nothing of the application changes.

    Refuses ScreenOver, and AnswersChanged when the operator has meanwhile gone on or changed an answer.
    """
    application = await application_of(work, companion, companion.application_id)
    if application.version != command.version or await shown_step(work, companion) != command.step_key:
        raise AnswersChanged
    form = await form_of(work, application.service_version_id)
    language = spoken(command.language)
    work.session.add(
        _confirmation(
            companion,
            application,
            command,
            language=language,
            digest=digest_of(form, application.answers, command.step_key),
            shown=confirmed_rows(form, application.answers, command.step_key, language),
        )
    )
    if command.is_agreed:
        work.session.add_all(_declared(companion, application, form, command, language))


def _declared(
    companion: Companion, application: Application, form: FormDefinition, command: ConfirmStep, language: str
) -> list[Confirmation]:
    steps = [one for one in visible(form, application.answers) if command.step_key in (one.key, REVIEW)]
    where = {field.key: step.key for step in steps for field in step.fields}
    return [
        _confirmation(
            companion,
            application,
            command.model_copy(update={"step_key": where[field.key]}),
            field=field.key,
            language=language,
            digest=declaration_digest(field),
            shown=[[field.label.in_(language), declared_text(field, language)]],
        )
        for field in declarations(steps)
        if field.key in command.declarations
    ]


def _confirmation(
    companion: Companion,
    application: Application,
    command: ConfirmStep,
    *,
    language: str,
    digest: str,
    shown: list[list[str]],
    field: str = "",
) -> Confirmation:
    return Confirmation(
        ente_id=application.ente_id,
        application_id=application.id,
        person_id=application.beneficiary_id,
        screen_id=companion.screen_id,
        service_version_id=application.service_version_id,
        step_key=command.step_key,
        field=field,
        is_agreed=command.is_agreed,
        language=language,
        version=application.version,
        digest=digest,
        shown=shown,
    )
