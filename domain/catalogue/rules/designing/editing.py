"""Changing a form by hand: each function gives a new form, in which conditions still look only backwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.catalogue.refusals import OutOfOrder
from domain.catalogue.rules.conditions import variables
from domain.catalogue.rules.designing.naming import key_of
from domain.catalogue.rules.form_definition import Field, FormDefinition, Step
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised


def keys_of(form: FormDefinition) -> frozenset[str]:
    """Every key of a question of ``form``."""
    return frozenset(field.key for step in form.steps for field in step.fields)


def asked_before(form: FormDefinition, step_key: str, field_key: str | None = None) -> tuple[Field, ...]:
    """The questions before a step, or before a question of it; at the end of the step for a new one ('')."""
    found: list[Field] = []
    for step in form.steps:
        if step.key == step_key and field_key is None:
            return tuple(found)
        for field in step.fields:
            if step.key == step_key and field.key == field_key:
                return tuple(found)
            found.append(field)
        if step.key == step_key:
            return tuple(found)
    raise NotFound


def with_step_added(form: FormDefinition, title: Localised, intro: Localised | None = None) -> FormDefinition:
    """A further page at the end, without questions yet."""
    key = key_of(title.in_("it"), {step.key for step in form.steps})
    return _form([*form.steps, Step(key=key, title=title, intro=intro, fields=())])


def with_step_changed(form: FormDefinition, key: str, changes: Mapping[str, Any]) -> FormDefinition:
    """Other words or another condition for a page. Refuses NotFound, OutOfOrder."""
    step = step_at(form, key)
    return _with(form, key, step.model_copy(update=dict(changes)))


def with_field_added(form: FormDefinition, step_key: str, field: Field) -> FormDefinition:
    """A further question at the end of a page. Refuses NotFound, OutOfOrder."""
    step = step_at(form, step_key)
    return _with(form, step_key, step.model_copy(update={"fields": (*step.fields, field)}))


def with_field_changed(form: FormDefinition, field: Field) -> FormDefinition:
    """``field`` in the place of the question with its key. Refuses NotFound, OutOfOrder."""
    step = step_of(form, field.key)
    fields = tuple(field if one.key == field.key else one for one in step.fields)
    return _with(form, step.key, step.model_copy(update={"fields": fields}))


def without_step(form: FormDefinition, key: str) -> FormDefinition:
    """Without a page and its questions. Refuses NotFound, and OutOfOrder when a condition looks at one of them."""
    step_at(form, key)
    return _form([step for step in form.steps if step.key != key], form)


def without_field(form: FormDefinition, key: str) -> FormDefinition:
    """Without a question. Refuses NotFound, and OutOfOrder when a condition looks at it."""
    step = step_of(form, key)
    fields = tuple(field for field in step.fields if field.key != key)
    return _with(form, step.key, step.model_copy(update={"fields": fields}))


def step_moved(form: FormDefinition, key: str, places: int) -> FormDefinition:
    """A page further up (negative) or down; at the ends it stays. Refuses NotFound, OutOfOrder."""
    return _form(_moved(form.steps, step_at(form, key), places))


def field_moved(form: FormDefinition, key: str, places: int) -> FormDefinition:
    """A question one place up (-1) or down (1), into the page beside when it stands at the end of its own.

    Refuses NotFound, OutOfOrder.
    """
    step = step_of(form, key)
    field = next(one for one in step.fields if one.key == key)
    place = step.fields.index(field) + places
    if 0 <= place < len(step.fields):
        return _with(form, step.key, step.model_copy(update={"fields": tuple(_moved(step.fields, field, places))}))
    beside = form.steps.index(step) + places
    if not 0 <= beside < len(form.steps):
        return form
    steps = list(form.steps)
    there = steps[beside].fields
    steps[form.steps.index(step)] = step.model_copy(
        update={"fields": tuple(one for one in step.fields if one is not field)}
    )
    fields = (*there, field) if places < 0 else (field, *there)
    steps[beside] = steps[beside].model_copy(update={"fields": fields})
    return _form(steps)


def step_at(form: FormDefinition, key: str) -> Step:
    """The page with this key. Refuses NotFound."""
    found = form.step(key)
    if found is None:
        raise NotFound
    return found


def step_of(form: FormDefinition, field_key: str) -> Step:
    """The page on which a question stands. Refuses NotFound."""
    for step in form.steps:
        if any(field.key == field_key for field in step.fields):
            return step
    raise NotFound


def _moved(items: Sequence[Any], item: Any, places: int) -> list[Any]:
    rest = [one for one in items if one is not item]
    at = min(max(items.index(item) + places, 0), len(rest))
    return [*rest[:at], item, *rest[at:]]


def _with(form: FormDefinition, key: str, step: Step) -> FormDefinition:
    return _form([step if one.key == key else one for one in form.steps], form)


def _form(steps: Sequence[Step], before: FormDefinition | None = None) -> FormDefinition:
    """The form of ``steps``, or OutOfOrder naming the first condition that would look ahead."""
    labels = {field.key: field.label.in_("it") for one in (before.steps if before else ()) for field in one.fields}
    labels |= {field.key: field.label.in_("it") for step in steps for field in step.fields}
    seen: set[str] = set()
    for step in steps:
        _in_order(step.title.in_("it"), step.only_if, seen, labels)
        for field in step.fields:
            _in_order(field.label.in_("it"), field.only_if, seen, labels)
            _in_order(field.label.in_("it"), field.expression, seen, labels)
            seen.add(field.key)
    return FormDefinition(steps=tuple(steps))


def _in_order(asking: str, condition: dict[str, Any] | None, seen: set[str], labels: Mapping[str, str]) -> None:
    if ahead := sorted(variables(condition) - seen):
        raise OutOfOrder(asking, labels.get(ahead[0], ahead[0]))
