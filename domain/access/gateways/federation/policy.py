"""Metadata policies: what a superior demands of, and changes in, the metadata of those below it.

An operator that we do not know is refused: ignoring it could mean ignoring a prohibition.
"""

from collections.abc import Callable, Mapping
from typing import Any

from domain.access.gateways.federation.statements import KNOWN_OPERATORS, mapping
from domain.access.gateways.jose_tokens import TokenRefused

_SETS = frozenset({"add", "one_of", "subset_of", "superset_of"})
_ABSENT = object()


def apply_policy(policy: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return the metadata of one entity type as the policy makes them.

    Raises ``TokenRefused`` where they break it, and for a policy that contradicts itself or that we do not understand.
    """
    found = dict(metadata)
    for parameter, rules in policy.items():
        operators = mapping(rules, "policy")
        _check_operators(operators)
        changed = _applied(operators, found.get(parameter, _ABSENT), parameter)
        if changed is _ABSENT:
            found.pop(parameter, None)
        else:
            found[parameter] = changed
    return found


def _check_operators(operators: Mapping[str, Any]) -> None:
    if not operators.keys() <= KNOWN_OPERATORS:
        raise TokenRefused("policy operator not known")
    if "one_of" in operators and operators.keys() & {"add", "subset_of", "superset_of"}:
        raise TokenRefused("policy operators do not go together")
    if not isinstance(operators.get("essential", False), bool):
        raise TokenRefused("policy: essential is not yes or no")
    if any(not isinstance(operators[name], list) for name in operators.keys() & (_SETS - {"add"})):
        raise TokenRefused("policy operator needs a list")


def _applied(operators: Mapping[str, Any], value: Any, parameter: str) -> Any:
    for name, step in _STEPS.items():
        if name in operators:
            value = step(operators[name], value, parameter)
    return value


def _value(wanted: Any, _old: Any, _parameter: str) -> Any:
    return _ABSENT if wanted is None else wanted


def _add(wanted: Any, value: Any, parameter: str) -> Any:
    # Older drafts let a single value stand for a list of one.
    wishes = wanted if isinstance(wanted, list) else [wanted]
    members = [] if value is _ABSENT else _members(value, parameter)
    return _same_form(value, [*members, *(one for one in wishes if one not in members)])


def _default(wanted: Any, value: Any, _parameter: str) -> Any:
    return wanted if value is _ABSENT else value


def _one_of(wanted: list[Any], value: Any, parameter: str) -> Any:
    if value is not _ABSENT and value not in wanted:
        raise TokenRefused(f"policy: {_name(parameter)} is none of those allowed")
    return value


def _subset_of(wanted: list[Any], value: Any, parameter: str) -> Any:
    if value is _ABSENT:
        return value
    kept = [one for one in _members(value, parameter) if one in wanted]
    return _same_form(value, kept) if kept else _ABSENT  # nothing left: as if it had not been there


def _superset_of(wanted: list[Any], value: Any, parameter: str) -> Any:
    if value is not _ABSENT and any(one not in _members(value, parameter) for one in wanted):
        raise TokenRefused(f"policy: {_name(parameter)} lacks something")
    return value


def _essential(wanted: bool, value: Any, parameter: str) -> Any:
    if wanted and value is _ABSENT:
        raise TokenRefused(f"policy: {_name(parameter)} is missing")
    return value


def _members(value: Any, parameter: str) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, str) and parameter == "scope":  # a list written as words
        return value.split()
    raise TokenRefused(f"policy: {_name(parameter)} is not a list")


def _same_form(value: Any, members: list[Any]) -> Any:
    return " ".join(map(str, members)) if isinstance(value, str) else members


def _name(parameter: str) -> str:
    # It stands in our log, and somebody else has written it.
    return parameter if parameter.isidentifier() and len(parameter) <= 80 else "a parameter"


# In this order, whatever the order in the policy (OpenID Federation 1.0, section 6.1.3).
_STEPS: dict[str, Callable[[Any, Any, str], Any]] = {
    "value": _value,
    "add": _add,
    "default": _default,
    "one_of": _one_of,
    "subset_of": _subset_of,
    "superset_of": _superset_of,
    "essential": _essential,
}
