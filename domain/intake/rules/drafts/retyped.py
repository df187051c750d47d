"""Answers that were sent, as somebody would type them again into the boxes of a page."""

from typing import Any

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import COMPOSITE_KINDS, FieldKind
from domain.intake.rules.typing.boxes import ROWS, WHO, Answers, boxes_of, prefixes_of

WITH_COMMA = frozenset({FieldKind.MONEY, FieldKind.DECIMAL})


def retyped(field: Field, answers: Answers) -> dict[str, Any]:
    """The boxes of ``field`` with something in them; days in three boxes, amounts with a comma."""
    if field.kind not in COMPOSITE_KINDS:
        return _leaf(field, field.key, answers)
    found: dict[str, Any] = {}
    for prefix in prefixes_of(field, answers):
        for part in field.parts:
            found |= _leaf(part, prefix + part.key, answers)
    own = {name: answers.get(name) for name in (f"{field.key}.{ROWS}", f"{field.key}.{WHO}")}
    return found and found | {name: value for name, value in own.items() if value}


def _leaf(field: Field, key: str, answers: Answers) -> dict[str, Any]:
    value = answers.get(key)
    if value in (None, "", []):
        return {}
    if field.kind is FieldKind.DATE:
        year, month, day = str(value).split("-")
        typed = (str(int(day)), str(int(month)), year)
        prefix = key.removesuffix(field.key)
        return dict(zip((name for name, _leaf in boxes_of(field, prefix)), typed, strict=True))
    if field.kind in WITH_COMMA:
        return {key: str(value).replace(".", ",")}
    return {key: value}
