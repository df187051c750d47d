"""Adding a row to a group and taking one out, in the answers as they are typed."""

from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.rules.typing.boxes import ROWS, Answers, answers_within, prefixes_of, row_count
from domain.kernel.refusals import NotFound


def group_of(form: FormDefinition, key: str) -> Field:
    """The group ``key`` of ``form``. Refuses NotFound."""
    field = form.field(key)
    if field is None or field.kind is not FieldKind.GROUP:
        raise NotFound
    return field


def with_row(group: Field, answers: Answers) -> dict[str, Any]:
    """The answers that change when ``group`` gets one more row; the same count when it is full."""
    return {f"{group.key}.{ROWS}": str(min(row_count(group, answers) + 1, group.max_rows))}


def without_row(group: Field, answers: Answers, row: int) -> dict[str, Any]:
    """The answers that change when ``row`` (from 0) goes: each later row moves up, the last one is emptied."""
    prefixes = prefixes_of(group, answers)
    if row >= len(prefixes):
        return {}
    changed: dict[str, Any] = {f"{group.key}.{ROWS}": str(len(prefixes) - 1)}
    rows = [answers_within(prefix, answers) for prefix in prefixes] + [{}]
    for place in range(row, len(prefixes)):
        moved = rows[place + 1]
        changed |= {prefixes[place] + name: moved.get(name, "") for name in rows[place] | moved}
    return changed
