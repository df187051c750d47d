"""The answers to a form: which questions are asked, what is computed, and what is kept at the end."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition, Step
from domain.catalogue.terms import COMPOSITE_KINDS, YES, FieldKind
from domain.intake.rules.problems import check_step
from domain.intake.rules.typing.boxes import BY, EXPIRES, LATER, OTHER, ROWS, WHO, Answers, filled_rows
from domain.intake.rules.typing.paper_days import day_read, expires_on, is_promised, promised_by
from domain.intake.rules.typing.typed import Value, fact_of, value_of

__all__ = ["check_step", "cleaned", "facts_of", "visible", "visible_step", "with_computed"]


def visible(form: FormDefinition, answers: Answers) -> list[Step]:
    """The steps and questions to ask, given the answers; an answer to a question that is not asked counts nothing."""
    return _walk(form, answers)[0]


def facts_of(form: FormDefinition, answers: Answers) -> dict[str, Any]:
    """What conditions and computations see: the answers to what is asked, and what was computed from them."""
    return _walk(form, answers)[1]


def with_computed(form: FormDefinition, answers: Answers) -> dict[str, Any]:
    """The answers and what is computed from them, as it is kept. What was kept when it was sent stays."""
    steps, facts = _walk(form, answers)
    results = {
        field.key: _result(field, facts[field.key])
        for step in steps
        for field in step.fields
        if field.kind is FieldKind.COMPUTED and facts[field.key] is not None
    }
    return results | dict(answers)


def _result(field: Field, found: int) -> str:
    return str(found) if field.shown_as is FieldKind.NUMBER else str(Decimal(found).scaleb(-2))


def _walk(form: FormDefinition, answers: Answers) -> tuple[list[Step], dict[str, Any]]:
    facts: dict[str, Any] = {}
    shown: list[Step] = []
    for step in form.steps:
        if not step.applies(facts):
            continue
        fields = _asked(step.fields, answers, facts)
        if fields:
            shown.append(step.model_copy(update={"fields": tuple(fields)}))
    return shown, facts


def visible_step(form: FormDefinition, step_key: str, answers: Answers) -> Step | None:
    """One step with the questions to ask; None when there is no such step to show."""
    return next((step for step in visible(form, answers) if step.key == step_key), None)


def _asked(fields: Sequence[Field], answers: Answers, facts: dict[str, Any]) -> list[Field]:
    asked: list[Field] = []
    for field in fields:
        if field.applies(facts):
            asked.append(field)
            is_computed = field.kind is FieldKind.COMPUTED
            facts[field.key] = field.computed(facts) if is_computed else fact_of(field, answers)
    return asked


def cleaned(form: FormDefinition, answers: Answers) -> dict[str, Any]:
    """The answers to keep: only to questions that are asked, each in one form (JSON values).

    Codici fiscali in capitals, days as ``1946-03-02``, euros as ``8400.00``, rows without the empty ones, and what was
    computed. For answers without problems: a wrong one raises ``ValueError``.
    """
    steps, facts = _walk(form, answers)
    kept: dict[str, Any] = {}
    for field in (field for step in steps for field in step.fields):
        if field.kind is FieldKind.COMPUTED:
            if facts[field.key] is not None:
                kept[field.key] = _result(field, facts[field.key])
        elif field.kind in COMPOSITE_KINDS:
            kept |= _cleaned_rows(field, answers)
        elif field.kind is FieldKind.DOCUMENT:
            kept |= _cleaned_paper(field, answers)
        elif (value := value_of(field, answers)) is not None:
            kept[field.key] = _plain(value)
    return kept


def _cleaned_paper(field: Field, answers: Answers) -> dict[str, Any]:
    """That the document comes later and by when; or the last day that was read on it."""
    days: dict[str, date | None] = {f"{field.key}.{EXPIRES}": day_read(expires_on, field, answers)}
    kept: dict[str, Any] = {}
    if is_promised(field, answers):
        kept[f"{field.key}.{LATER}"] = YES
        days[f"{field.key}.{BY}"] = day_read(promised_by, field, answers)
    return kept | {name: day.isoformat() for name, day in days.items() if day is not None}


def _cleaned_rows(field: Field, answers: Answers) -> dict[str, Any]:
    """The filled rows of a group, closed up, and how many; the parts of an address or a person."""
    kept: dict[str, Any] = {}
    rows = filled_rows(field, answers)
    is_group = field.kind is FieldKind.GROUP
    for number, (_prefix, row) in enumerate(rows):
        prefix = f"{field.key}.{number}." if is_group else f"{field.key}."
        values = {part.key: value_of(part, row) for part in field.parts}
        kept |= {prefix + key: _plain(value) for key, value in values.items() if value is not None}
    if is_group and rows:
        kept[f"{field.key}.{ROWS}"] = str(len(rows))
    if rows and field.kind is FieldKind.PERSON:
        kept[f"{field.key}.{WHO}"] = answers.get(f"{field.key}.{WHO}") or OTHER
    return kept


def _plain(value: Value) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal() | int():
            return str(value)
        case tuple():
            return list(value)
        case _:
            return value
