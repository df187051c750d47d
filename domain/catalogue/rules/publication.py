"""Whether a form makes sense as a whole, before it is published: every place that does not, with the reason.

Stricter than ``form_definition``, which must read the forms of every year; this looks only at those published now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from domain.catalogue.rules import value_types
from domain.catalogue.rules.form_definition import Field, FormDefinition
from domain.catalogue.rules.value_types import Nonsense, Typed, type_of
from domain.catalogue.terms import NO, YES, FieldKind

MOST_STEPS = 30
MOST_QUESTIONS = 300

SORTS: dict[FieldKind, str] = {
    FieldKind.NUMBER: value_types.COUNT,
    FieldKind.MONEY: value_types.MONEY,
    FieldKind.DECIMAL: value_types.DECIMAL,
    FieldKind.DATE: value_types.DAY,
    FieldKind.CHOICES: value_types.WORDS,
    FieldKind.GROUP: value_types.ROWS,
}
UNSEEN = frozenset({FieldKind.PERSON, FieldKind.ADDRESS, FieldKind.IBAN, FieldKind.CODICE_FISCALE})
WORDS_OF: dict[FieldKind, frozenset[str]] = {
    FieldKind.YES_NO: frozenset({YES, NO}),
    FieldKind.DECLARATION: frozenset({YES}),
    FieldKind.DOCUMENT: frozenset({YES}),
}


@dataclass(frozen=True)
class Fault:
    """What does not make sense: at which step or question (``step.question``), and the reason in a word."""

    place: str
    reason: str


def faults(form: FormDefinition) -> tuple[Fault, ...]:
    """Everything for which ``form`` cannot be published; empty when it can. A form without steps can."""
    return tuple(_faults(form))


def _faults(form: FormDefinition) -> Iterator[Fault]:
    if len(form.steps) > MOST_STEPS or sum(len(step.fields) for step in form.steps) > MOST_QUESTIONS:
        yield Fault("form", "form_too_long")
    known: dict[str, Typed] = {}
    for step in form.steps:
        if not step.fields:
            yield Fault(step.key, "step_empty")
        yield from _wrong(step.key, step.only_if, known)
        for field in step.fields:
            place = f"{step.key}.{field.key}"
            yield from _wrong(place, field.only_if, known)
            yield from _wrong(place, field.expression, known, SORTS.get(field.shown_as) if field.shown_as else None)
            if (sort := sort_of(field)) is not None:
                known[field.key] = sort


def _wrong(
    place: str, expression: dict[str, Any] | None, known: dict[str, Typed], wanted: str | None = None
) -> Iterator[Fault]:
    if expression is None:
        return
    try:
        found = type_of(expression, known).sort
    except Nonsense as refused:
        yield Fault(place, str(refused))
        return
    if wanted is not None and found not in (wanted, value_types.LITERAL):
        yield Fault(place, "expression_mismatch")


def sort_of(field: Field) -> Typed | None:
    """Of what sort the answer to ``field`` is for expressions; None for answers that they may not look into."""
    if field.kind in UNSEEN:
        return None
    if field.kind is FieldKind.GROUP:
        columns = {part.key: found for part in field.parts if (found := sort_of(part)) is not None}
        return Typed(value_types.ROWS, columns=columns)
    among = WORDS_OF.get(field.kind) or frozenset(option.value for option in field.options)
    return Typed(SORTS.get(field.shown_as or field.kind, value_types.WORD), among or None)
