"""What of today's facts the record of a person shows in its own columns, for lists and searches."""

from collections.abc import Sequence
from typing import Any

from domain.registry.rules.facts.identity import Alias, Citizenship, Identity
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactKind


def columns_of(kind: FactKind, today: Sequence[tuple[FactValue, Stretch]]) -> dict[str, Any]:
    """The columns that follow ``kind``, from what is believed of today, the earliest written first."""
    values = [value for value, _held in today]
    match kind:
        case FactKind.IDENTITY:
            known = next((value for value in values if isinstance(value, Identity)), Identity())
            return {
                "given_name": known.given_name,
                "family_name": known.family_name,
                "sex": known.sex or None,
                "born_on": known.born_on,
                "birthplace_code": known.birthplace_code or None,
            }
        case FactKind.ALIAS:
            names = [value.name for value in values if isinstance(value, Alias)]
            return {"alias": names[-1] if names else ""}
        case FactKind.CITIZENSHIP:
            countries = [value.country for value in values if isinstance(value, Citizenship)]
            return {"citizenship": countries[0] if countries else None}
        case FactKind.DEATH:
            return {"died_on": today[-1][1].starts_on if today else None}
        case _:
            return {}
