"""From the typed needs and requests to codes, with what could not be understood beside its field."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from domain.kernel.text import Text, _
from domain.reception.rules.parts import TypedNeed, TypedRequest
from domain.reception.rules.typed_codes import ManyMeant, meant

Typed = TypeVar("Typed", TypedNeed, TypedRequest)


def resolved(typed: Sequence[Typed], labels: Mapping[str, str], field: str) -> tuple[list[Typed], dict[str, Text]]:
    """Each with its code, twice the same only once; the problems are under ``<field>.<place>.code``."""
    found: dict[str, Typed] = {}
    problems: dict[str, Text] = {}
    for place, one in enumerate(typed):
        try:
            code = meant(one.code, labels)
        except ManyMeant as many:
            problems[f"{field}.{place}.code"] = _("Scegli quale: %(choices)s.", choices="; ".join(many.labels))
            continue
        if code is None:
            problems[f"{field}.{place}.code"] = _("Non c'è niente con queste parole nell'elenco.")
        elif code not in found:
            found[code] = one.model_copy(update={"code": code})
    return list(found.values()), problems
