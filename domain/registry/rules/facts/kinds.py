"""Every kind of fact, with its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic import ValidationError

from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.registry.rules.facts import care, identity, life, places
from domain.registry.rules.facts.value import FactValue, Shape
from domain.registry.terms import FactKind

KINDS: dict[FactKind, type[FactValue]] = {
    one.kind: one
    for one in (
        identity.Identity,
        identity.Alias,
        identity.Death,
        identity.Citizenship,
        identity.CivilStatus,
        places.Residence,
        places.Domicile,
        places.ContactValue,
        identity.IdentityDocument,
        identity.Permit,
        identity.ForeignStatus,
        life.Languages,
        life.Education,
        life.Work,
        life.Housing,
        life.Autonomy,
        care.Doctor,
        care.Disability,
        care.Court,
        identity.Caution,
    )
}

_NEEDED = _("Questa risposta serve.")
_TOO_LONG = _("La risposta è troppo lunga.")
_PROBLEMS: dict[str, Text] = {
    "missing": _NEEDED,
    "string_too_short": _NEEDED,
    "string_too_long": _TOO_LONG,
    "email": _("Scrivi un indirizzo e-mail, per esempio nome@posta.it."),
    "postal_code": _("Il CAP ha cinque numeri."),
    "period_reversed": _("L'ultimo giorno viene prima del primo. Controlla le date."),
    "enum": _("Scegli una delle risposte."),
    "literal_error": _("Scegli una delle risposte."),
}
_OTHER = _("Controlla questa risposta.")


@dataclass(frozen=True)
class FactField:
    """A field as a form asks it; ``code_list`` names the list of the ente its answers come from."""

    name: str
    label: Text
    shape: Shape
    hint: Text | None
    code_list: str | None
    options: Mapping[str, Text]
    is_required: bool


def fields_of(kind: FactKind) -> list[FactField]:
    """The fields of a kind, in the order in which they are asked."""
    return [
        FactField(name=name, is_required=field.is_required(), **cast("dict[str, Any]", field.json_schema_extra))
        for name, field in KINDS[kind].model_fields.items()
    ]


def stored_value(kind: FactKind, stored: Mapping[str, Any]) -> FactValue:
    """What was kept, as a value of its kind: also when today's rules would refuse it, as they came later."""
    try:
        return KINDS[kind].model_validate(dict(stored))
    except ValidationError:
        return KINDS[kind].model_construct(
            **{name: stored[name] for name in KINDS[kind].model_fields if name in stored}
        )


def value_of(kind: FactKind, typed: Mapping[str, Any]) -> FactValue:
    """What was typed, as a value of its kind. Refuses Invalid, by field."""
    try:
        return KINDS[kind].model_validate(dict(typed))
    except ValidationError as refused:
        first = next(iter(KINDS[kind].model_fields))
        raise Invalid(
            {
                str(error["loc"][0]) if error["loc"] else first: _PROBLEMS.get(
                    str(error.get("ctx", {}).get("error", error["type"])), _OTHER
                )
                for error in refused.errors()
            }
        ) from refused
