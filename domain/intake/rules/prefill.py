"""What we already know is not asked again (C.SE.1.5): it stands in the form from the start, and can be changed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.rules.typed import keys_of

Known = Mapping[str, str | date | Decimal | None]


def prefilled(form: FormDefinition, known: Known) -> dict[str, Any]:
    """The first answers of a draft, as if they had been typed; ``known`` goes by the names that forms use."""
    answers: dict[str, Any] = {}
    for step in form.steps:
        for field in step.fields:
            value = known.get(field.prefill) if field.prefill else None
            if value:
                answers |= _typed(field, value)
    return answers


def _typed(field: Field, value: str | date | Decimal) -> dict[str, str]:
    if isinstance(value, date):
        parts = (str(value.day), str(value.month), str(value.year))
        return dict(zip(keys_of(field), parts, strict=True)) if field.kind is FieldKind.DATE else {}
    return {field.key: f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value}
