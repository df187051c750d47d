"""What a browser needs to show, hide and compute on one page of a form, as values for JSON."""

from collections.abc import Mapping
from typing import Any

from domain.catalogue.queries.form_of import Field, Step, variables
from domain.catalogue.terms import FieldKind


def page_rules(step: Step, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The questions of ``step`` with their conditions and computations, and the earlier answers that these look at.

    None when nothing on the page depends on an answer. Of the earlier answers only those that are needed leave.
    """
    if not any(field.only_if or field.expression for field in step.fields):
        return None
    wanted = {name for field in step.fields for name in variables(field.only_if) | variables(field.expression)}
    here = {field.key for field in step.fields}
    return {
        "facts": {name: facts.get(name) for name in sorted(wanted - here)},
        "questions": [_question(field) for field in step.fields],
    }


def _question(field: Field) -> dict[str, Any]:
    found: dict[str, Any] = {"key": field.key, "kind": field.kind.value}
    if field.only_if is not None:
        found["only_if"] = field.only_if
    if field.expression is not None and field.shown_as is not None:
        found |= {"expression": field.expression, "shown_as": field.shown_as.value}
    if field.kind is FieldKind.GROUP:
        found["parts"] = [{"key": part.key, "kind": part.kind.value} for part in field.parts]
    return found
