"""Right answers to any question, as a person would type them, for tests of whole forms."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import FieldKind, TextFormat
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.model.application import Application
from domain.intake.queries.application_form import application_form
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork

Typed = dict[str, str | list[str]]

TYPED: dict[FieldKind, str] = {
    FieldKind.TEXT: "Una parola",
    FieldKind.LONG_TEXT: "Due parole in fila.",
    FieldKind.CODICE_FISCALE: "",
    FieldKind.PHONE: "333 123 4567",
    FieldKind.EMAIL: "prova@example.org",
    FieldKind.MONEY: "1.200,50",
    FieldKind.NUMBER: "7",
    FieldKind.DECIMAL: "48,5",
    FieldKind.IBAN: "IT60 X054 2811 1010 0000 0123 456",
    FieldKind.YES_NO: "yes",
    FieldKind.DECLARATION: "yes",
}
FORMATS = {TextFormat.POSTAL_CODE: "16121", TextFormat.PROVINCE: "ge", TextFormat.DIGITS: "123"}
ROWS = 2


def typed_for(field: Field, prefix: str = "") -> Typed:
    """One right answer to ``field``, by the names of its boxes."""
    key = prefix + field.key
    match field.kind:
        case FieldKind.COMPUTED:
            return {}
        case FieldKind.DATE:
            return {f"{key}.day": "2", f"{key}.month": "marzo", f"{key}.year": "2001"}
        case FieldKind.DOCUMENT:
            return {f"{key}.later": "yes"}
        case FieldKind.CHOICE:
            return {key: field.options[0].value}
        case FieldKind.CHOICES:
            return {key: [option.value for option in field.options]}
        case FieldKind.ADDRESS | FieldKind.PERSON:
            return _parts(field.parts, f"{key}.")
        case FieldKind.GROUP:
            count = min(ROWS, field.max_rows)
            rows = [_parts(field.parts, f"{key}.{number}.") for number in range(count)]
            return {f"{key}.rows": str(count)} | {name: value for row in rows for name, value in row.items()}
        case _:
            return {key: FORMATS[field.format] if field.format else _bounded(field)}


def _bounded(field: Field) -> str:
    if field.minimum is not None and field.minimum > 7:
        return str(field.minimum)
    return str(field.maximum) if field.maximum is not None and field.maximum < 7 else TYPED[field.kind]


def _parts(parts: Iterable[Field], prefix: str) -> Typed:
    return {name: value for part in parts for name, value in typed_for(part, prefix).items()}


async def a_filled_form(work: UnitOfWork, citizen: Citizen, slug: str, **changes: Any) -> Application:
    """A draft of ``slug`` in which every question that comes up is answered; ``changes`` by name of a box."""
    draft = await start_application(work, citizen, StartApplication(service_slug=slug))
    answered: set[tuple[str, frozenset[str]]] = set()
    while True:
        steps = (await application_form(work, citizen, draft)).steps
        waiting = [(step.key, frozenset(field.key for field in step.fields), step) for step in steps]
        left = [one for one in waiting if one[:2] not in answered]
        if not left:
            return draft
        key, fields, step = left[0]
        values = {name: value for field in step.fields for name, value in typed_for(field).items()}
        values |= {name: value for name, value in changes.items() if name.partition(".")[0] in fields}
        saved = await answer_step(work, citizen, AnswerStep(application_id=draft.id, step_key=key, values=values))
        answered.add((key, fields))
        assert not {name for name in saved.problems if name.partition(".")[0] in fields}, (key, saved.problems)


async def a_sent_form(work: UnitOfWork, citizen: Citizen, slug: str, **changes: Any) -> UUID:
    """The same, sent; the id of the application."""
    draft = await a_filled_form(work, citizen, slug, **changes)
    return (await submit_application(work, citizen, SubmitApplication(application_id=draft.id))).id
