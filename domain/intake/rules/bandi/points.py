"""The points of an application, from its answers: the same for who tries them out and for the office."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from domain.catalogue.queries.bandi.bando_in_force import BandoContent, Criterion, Score, score
from domain.catalogue.queries.form_of import Field, FormDefinition, Localised, Step, variables
from domain.catalogue.terms import FieldKind
from domain.catalogue.terms.bandi import POINT
from domain.intake.rules.answers import facts_of
from domain.intake.rules.typing.typed import Answers
from domain.kernel.text import _

STEP = "points"
STEP_TITLE = _("Le risposte che danno punti")


def points_of(content: BandoContent, form: FormDefinition, answers: Answers) -> Score:
    """What the criteria of ``content`` give for ``answers``, as typed or as kept."""
    return score(content.criteria, facts_of(form, answers))


def points_in_words(points: int, language: str = "it") -> str:
    """Hundredths of a point as people read them: ``12`` or ``2,5``."""
    return format_decimal(Decimal(points) / POINT, locale=language)


def asked_for_points(criteria: Iterable[Criterion], form: FormDefinition) -> FormDefinition:
    """The questions of ``form`` that change the points, and those on which it depends whether they are asked.

    All on one page, which asks for nothing else: no name, no address, no file.
    """
    fields = {field.key: (step, field) for step in form.steps for field in step.fields}
    needed: set[str] = set()
    waiting = {name for one in criteria for name in one.variables}
    while waiting:
        key = waiting.pop()
        if key in fields and key not in needed:
            needed.add(key)
            waiting |= _looked_at(*fields[key])
    kept = tuple(_alone(step, field) for key, (step, field) in fields.items() if key in needed)
    return FormDefinition(steps=(Step(key=STEP, title=Localised.of(STEP_TITLE), fields=kept),) if kept else ())


def correctable(criteria: Iterable[Criterion], form: FormDefinition) -> tuple[Field, ...]:
    """The questions whose answer an office may correct, because points hang on it."""
    asked = asked_for_points(criteria, form)
    return tuple(field for step in asked.steps for field in step.fields if field.kind not in _NOT_TYPED)


_NOT_TYPED = frozenset({FieldKind.COMPUTED, FieldKind.GROUP, FieldKind.DECLARATION, FieldKind.DOCUMENT})


def _looked_at(step: Step, field: Field) -> frozenset[str]:
    return variables(step.only_if) | variables(field.only_if) | variables(field.expression)


def _alone(step: Step, field: Field) -> Field:
    """The question without its page: what decides about the page decides about it; nothing is known beforehand."""
    found: list[dict[str, Any]] = [one for one in (step.only_if, field.only_if) if one is not None]
    only_if = {"and": found} if len(found) > 1 else found[0] if found else None
    return field.model_copy(update={"only_if": only_if, "prefill": None})
