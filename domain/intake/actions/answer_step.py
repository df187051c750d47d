"""Keep the answers of a step: also the wrong ones, so that nothing typed is lost."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from domain.catalogue.queries.form_of import Step, form_of
from domain.catalogue.terms import FieldKind
from domain.intake.model.application import Application
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.people_to_pick import people_to_pick
from domain.intake.rules.answers import check_step, visible_step
from domain.intake.rules.kept import Typed, kept, too_long
from domain.intake.rules.prefill import parts_typed
from domain.intake.rules.typing.boxes import OTHER, WHO
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork


class AnswerStep(BaseModel):
    """The answers of a page as typed, by the names of its inputs (a date has ``.day``, ``.month``, ``.year``).

    ``seen_version`` is the version of the draft that the page showed; None saves whatever happened meanwhile.
    """

    application_id: UUID
    step_key: str
    values: Annotated[dict[str, str | list[str]], Field(max_length=500)]
    seen_version: int | None = None


@dataclass(frozen=True)
class SavedStep:
    """The draft with the answers in it, and what is wrong with them by question; empty when nothing is."""

    application: Application
    problems: dict[str, Text]


async def answer_step(work: UnitOfWork, actor: Citizen | Operator, command: AnswerStep) -> SavedStep:
    """Keep what was typed and say what is wrong with it; by an operator in what is filled in at the desk.

    Refuses NotFound (also for a step the form does not have), AlreadySubmitted, DraftChanged when another window has
    saved meanwhile, Invalid only for answers beyond any measure.
    """
    application = await own_draft(work, actor, command.application_id)
    form = await form_of(work, application.service_version_id)
    step = form.step(command.step_key)
    if step is None:
        raise NotFound
    if endless := too_long(step, command.values):
        raise Invalid(dict.fromkeys(endless, _("La risposta è troppo lunga. Scrivi le cose più importanti.")))
    before = visible_step(form, step.key, application.answers)
    shown = frozenset(field.key for field in before.fields) if before else frozenset[str]()
    answers = kept(step, shown, command.values)
    answers |= await _picked(work, actor, application, step, answers)
    application.answer(answers, seen_version=command.seen_version, at=work.now)
    now = visible_step(form, step.key, application.answers)
    attached = await attached_fields(work, application)
    problems = check_step(now, application.answers, attached=attached, today=work.today) if now else {}
    return SavedStep(application, problems)


async def _picked(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, step: Step, answers: Typed
) -> dict[str, str | list[str]]:
    """The boxes of the people picked among those who can be picked; anybody else is another person."""
    wanted = [field for field in step.fields if field.kind is FieldKind.PERSON]
    asked = {field.key: str(answers.get(f"{field.key}.{WHO}") or "") for field in wanted}
    if not any(who not in ("", OTHER) for who in asked.values()):
        return {}
    concerned = (application.applicant_id, application.beneficiary_id)
    known = {str(row.person_id): row.parts for row in await people_to_pick(work, actor, concerned)}
    found: dict[str, str | list[str]] = {}
    for field in wanted:
        who = asked[field.key]
        if who in known:
            found |= parts_typed(field, known[who])
        elif who:
            found[f"{field.key}.{WHO}"] = OTHER
    return found
