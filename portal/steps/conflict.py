"""The same step saved from two windows: both answers side by side, and the person chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import NO, YES
from domain.intake.actions.answer_step import SavedStep
from domain.intake.queries.application_form import application_form
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import DraftChanged
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.steps.saving import Sent, save_step
from web.locale import gettext, language_code
from web.rendering import page

UNSPOKEN = (".rows", ".who")


@dataclass(frozen=True)
class Difference:
    """A question with the answer that is saved and the one that was written here."""

    label: str
    saved: str
    written: str


async def save_or_choose(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, application_id: UUID, number: int, sent: Sent
) -> SavedStep | Response[Any]:
    """Save the step; when another window has saved other answers, the page (409) on which to choose."""
    try:
        return await save_step(work, citizen, application_id, sent)
    except DraftChanged:
        await work.discard()
    application = await own_application(work, citizen, application_id)
    asked = await application_form(work, citizen, application)
    step = asked.form.step(sent.step_key)
    found = differences(step.fields if step else (), application.answers, sent)
    if not found:
        return await save_step(work, citizen, application_id, replace(sent, seen_version=None))
    return page(
        request,
        "steps/conflict.html",
        status=409,
        application=application,
        acting=await acting_for(work, citizen, application),
        card=asked.card,
        number=number,
        sent=sent,
        rows=[[one.label, one.saved, one.written] for one in found],
    )


def differences(fields: Sequence[Field], saved: Mapping[str, Any], sent: Sent) -> list[Difference]:
    """The questions of the page that were answered in two ways."""
    found: list[Difference] = []
    for field in fields:
        before, now = _words(field, saved), _words(field, sent.answers)
        if before != now and field.key in sent.shown:
            found.append(Difference(field.label.in_(language_code()), before, now))
    return found


def _words(field: Field, answers: Mapping[str, Any]) -> str:
    given: list[str] = []
    boxes = sorted(name for name in answers if name.startswith(f"{field.key}.") and not name.endswith(UNSPOKEN))
    for name in (field.key, *boxes):
        value = answers.get(name) or []
        given += [value] if isinstance(value, str) else list(value)
    return (", " if field.options else " ").join(_word(field, one) for one in given)


def _word(field: Field, value: str) -> str:
    option = field.option(value)
    if option is not None:
        return option.label.in_(language_code())
    return {YES: gettext("Sì"), NO: gettext("No")}.get(value, value)
