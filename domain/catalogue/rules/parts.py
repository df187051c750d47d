"""The usual boxes of an address and of a person, as a form keeps them from the day it is published."""

from functools import cache
from typing import Any

from domain.catalogue.terms import FieldKind, TextFormat
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

OTHER = "other"
WHO = "who"


def usual_parts(kind: Any) -> tuple[dict[str, Any], ...]:
    """The parts of a question of ``kind``, as values of a form; none for kinds that have no usual ones."""
    match kind:
        case FieldKind.ADDRESS:
            return _address()
        case FieldKind.PERSON:
            return _person()
        case _:
            return ()


@cache
def _address() -> tuple[dict[str, Any], ...]:
    return (
        _part("street", FieldKind.TEXT, _("Via"), max_length=160),
        _part("number", FieldKind.TEXT, _("Numero civico"), max_length=20, required=False),
        _part("city", FieldKind.TEXT, _("Comune"), max_length=80),
        _part("postal_code", FieldKind.TEXT, _("CAP"), required=False, format=TextFormat.POSTAL_CODE),
        _part("province", FieldKind.TEXT, _("Provincia"), required=False, format=TextFormat.PROVINCE),
    )


@cache
def _person() -> tuple[dict[str, Any], ...]:
    return (
        _part("full_name", FieldKind.TEXT, _("Nome e cognome"), max_length=120),
        _part("codice_fiscale", FieldKind.CODICE_FISCALE, _("Codice fiscale"), required=False),
        _part("born_on", FieldKind.DATE, _("Data di nascita"), is_past=True),
    )


def _part(key: str, kind: FieldKind, label: Text, **more: Any) -> dict[str, Any]:
    return {"key": key, "kind": kind, "label": Localised.of(label), **more}
