"""How far a superior lets its trust reach."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from domain.access.gateways.federation.statements import mapping
from domain.access.gateways.jose_tokens import TokenRefused


def check_constraints(constraints: Mapping[str, Any], *, intermediates: int, subject: str, kind: str) -> None:
    """Refuse a chain that goes on for too long below a statement, leads to a forbidden host or a forbidden type.

    ``intermediates`` are the entities between the statement and the subject of the chain. Types are named as in the
    specification or in its drafts.
    """
    longest = constraints.get("max_path_length")
    if longest is not None:
        if isinstance(longest, bool) or not isinstance(longest, int) or longest < 0:
            raise TokenRefused("path length is not a number")
        if intermediates > longest:
            raise TokenRefused("chain too long")
    for name in ("allowed_entity_types", "allowed_leaf_entity_types"):
        allowed = constraints.get(name)
        if allowed is not None and (not isinstance(allowed, list) or kind not in allowed):
            raise TokenRefused("type not allowed")
    _check_names(mapping(constraints.get("naming_constraints", {}), "naming_constraints"), subject)


def _check_names(constraints: Mapping[str, Any], subject: str) -> None:
    host = (urlsplit(subject).hostname or "").lower()
    permitted, excluded = (_names(constraints.get(name)) for name in ("permitted", "excluded"))
    if permitted is not None and not any(_covers(name, host) for name in permitted):
        raise TokenRefused("name not permitted")
    if excluded is not None and any(_covers(name, host) for name in excluded):
        raise TokenRefused("name excluded")


def _names(value: object) -> list[str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TokenRefused("naming constraint is not a list of texts")
    return [(urlsplit(one).hostname or "" if "://" in one else one).lower() for one in value]


def _covers(name: str, host: str) -> bool:
    # As in certificates: with a leading dot everything below, else this one host.
    return bool(name) and (host.endswith(name) if name.startswith(".") else host == name)
