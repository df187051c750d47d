"""What we already know is not asked again (C.SE.1.5): it stands in the form from the start, and can be changed."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.catalogue.terms import COMPOSITE_KINDS, FieldKind
from domain.intake.rules.typing.typed import keys_of

Known = Mapping[str, str | date | Decimal | None]

_HOUSE = re.compile(r"(?P<street>\D{3,}?),?\s+(?P<number>\d{1,4}(\s?/?\s?[A-Za-z])?)")


def prefilled(form: FormDefinition, known: Known) -> dict[str, Any]:
    """The first answers of a draft, as if they had been typed; ``known`` goes by the names that forms use."""
    answers: dict[str, Any] = {}
    for step in form.steps:
        for field in step.fields:
            if field.prefill and field.kind in COMPOSITE_KINDS:
                answers |= parts_typed(field, _within(field.prefill, known))
            elif field.prefill and (value := known.get(field.prefill)):
                answers |= _typed(field, value)
    return answers


def parts_typed(field: Field, known: Known) -> dict[str, str]:
    """The boxes of an address or a person, from what is ``known`` by the keys of their parts."""
    typed: dict[str, str] = {}
    for part in field.parts:
        if value := known.get(part.key):
            typed |= {f"{field.key}.{name}": one for name, one in _typed(part, value).items()}
    return typed


def _within(source: str, known: Known) -> Known:
    """What is known of ``source`` (``residence``, ``person``), the number of the house apart from the street."""
    found = {name.partition(".")[2]: value for name, value in known.items() if name.partition(".")[0] == source}
    street = found.get("street")
    if isinstance(street, str) and "number" not in found and (split := _HOUSE.fullmatch(street)):
        found |= {"street": split["street"], "number": split["number"]}
    return found


def _typed(field: Field, value: str | date | Decimal) -> dict[str, str]:
    if isinstance(value, date):
        parts = (str(value.day), str(value.month), str(value.year))
        return dict(zip(keys_of(field), parts, strict=True)) if field.kind is FieldKind.DATE else {}
    return {field.key: f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value}
