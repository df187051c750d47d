"""When a question is asked: JSON Logic over the answers, with few operators and little depth. Never run as code."""

from collections.abc import Iterator, Mapping
from typing import Any

from json_logic import jsonLogic

OPERATORS = frozenset({"var", "==", "===", "!=", "!==", "<", "<=", ">", ">=", "in", "and", "or", "!", "!!"})
DEPTH_LIMIT = 6
SIZE_LIMIT = 60

Condition = dict[str, Any]


def holds(condition: Condition | None, answers: Mapping[str, Any]) -> bool:
    """Whether ``condition`` is true of ``answers``; no condition always is. What cannot be compared is not true."""
    if condition is None:
        return True
    try:
        return bool(jsonLogic(condition, dict(answers)))
    except TypeError:
        return False


def variables(condition: Condition | None) -> frozenset[str]:
    """The answers to which ``condition`` refers."""
    return frozenset(
        str(argument[0] if isinstance(argument, list) and argument else argument)
        for operator, argument in _operations(condition, 0)
        if operator == "var"
    )


def check(condition: Condition) -> None:
    """Refuse (``ValueError``) an operator that is not ours, too deep or long a condition, variables with dots."""
    operations = list(_operations(condition, 0))
    if len(operations) > SIZE_LIMIT:
        raise ValueError("condition_too_long")
    if strange := {operator for operator, _argument in operations} - OPERATORS:
        raise ValueError(f"condition_operator: {', '.join(sorted(strange))}")
    if any(not name.replace("_", "").isalnum() for name in variables(condition)):
        raise ValueError("condition_variable")


def _operations(node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    if depth > 2 * DEPTH_LIMIT:
        raise ValueError("condition_too_deep")
    if isinstance(node, dict):
        if len(node) != 1:
            raise ValueError("condition_form")
        for operator, argument in node.items():
            yield str(operator), argument
            yield from _operations(argument, depth + 1)
    elif isinstance(node, list):
        for part in node:
            yield from _operations(part, depth + 1)
