"""Conditions and computations of a form: JSON Logic over the answers, with few operators and little depth.

The library walks the tree; what each operator means stands in ``operators``. Nothing is ever run as code.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from json_logic import jsonLogic

from domain.catalogue.rules.operators import OPERATIONS, is_number, is_true

OPERATORS = frozenset(OPERATIONS) | {"and", "or", "if"}
DEPTH_LIMIT = 24
SIZE_LIMIT = 60
LIST_LIMIT = 100
LITERAL_LIMIT = 10**12
WORD_LIMIT = 200
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")

Condition = dict[str, Any]
Expression = dict[str, Any]


def value(expression: Expression, answers: Mapping[str, Any]) -> Any:
    """What ``expression`` is of ``answers``: a number, a word, yes or no; None when it cannot be told."""
    try:
        return jsonLogic(expression, dict(answers), OPERATIONS)
    except (TypeError, ValueError, ReferenceError, RecursionError):
        return None


def holds(condition: Condition | None, answers: Mapping[str, Any]) -> bool:
    """Whether ``condition`` is true of ``answers``; no condition always is. What cannot be compared is not true."""
    return condition is None or is_true(value(condition, answers))


def variables(condition: Condition | None) -> frozenset[str]:
    """The answers to which ``condition`` refers."""
    return frozenset(
        str(argument[0] if isinstance(argument, list) and argument else argument)
        for operator, argument in _operations(condition, 0)
        if operator == "var"
    )


def check(condition: Any) -> None:
    """Refuse (``ValueError`` with a reason) what is not an expression of ours, or is beyond any need of a form.

    Operators that are not in the list, depth, length, numbers over 10^12 or with a fraction, variables that are not
    plain keys of questions: no dots, no leading underscore, nothing computed.
    """
    if not isinstance(condition, dict):
        raise ValueError("condition_form")
    operations = list(_operations(condition, 0))
    if len(operations) > SIZE_LIMIT:
        raise ValueError("condition_too_long")
    if strange := {operator for operator, _argument in operations} - OPERATORS:
        raise ValueError(f"condition_operator: {', '.join(sorted(strange))[:WORD_LIMIT]}")
    for operator, argument in operations:
        if operator == "var":
            _check_variable(argument)


def _check_variable(argument: Any) -> None:
    parts = argument if isinstance(argument, list) else [argument]
    if not parts or len(parts) > 2 or not isinstance(parts[0], str) or not _KEY.fullmatch(parts[0]):
        raise ValueError("condition_variable")
    if len(parts) == 2 and isinstance(parts[1], dict | list):
        raise ValueError("condition_variable")


def _operations(node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    if depth > DEPTH_LIMIT:
        raise ValueError("condition_too_deep")
    if isinstance(node, dict):
        if len(node) != 1:
            raise ValueError("condition_form")
        for operator, argument in node.items():
            yield str(operator), argument
            yield from _operations(argument, depth + 2)
    elif isinstance(node, list):
        if len(node) > LIST_LIMIT:
            raise ValueError("condition_too_long")
        for part in node:
            yield from _operations(part, depth + 1)
    else:
        _check_literal(node)


def _check_literal(node: Any) -> None:
    if node is None or isinstance(node, bool):
        return
    if isinstance(node, str):
        if len(node) > WORD_LIMIT:
            raise ValueError("condition_too_long")
    elif not is_number(node) or abs(node) > LITERAL_LIMIT:
        raise ValueError("condition_number")
