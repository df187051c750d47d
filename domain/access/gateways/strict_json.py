"""JSON as tokens must write it: one object, no name twice, only numbers that are numbers."""

import json
from typing import Any

from domain.access.gateways.json_web_keys import TokenRefused


def strict_object(octets: bytes) -> dict[str, Any]:
    """Return the object in a piece of a token. Refuses everything else; what is no JSON raises ValueError."""
    value = json.loads(octets, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    if not isinstance(value, dict):
        raise TokenRefused("not an object")
    return value


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Two readers may take different ones of two equal names; so nobody gets to choose.
    if len({name for name, _ in pairs}) != len(pairs):
        raise TokenRefused("name given twice")
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise TokenRefused(f"{name} is not a number")
