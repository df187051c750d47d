"""What each operator of a form's expressions means. ``web/assets/js/kit/operators.js`` says the same, for browsers.

Numbers are whole: euros are counted in cents, decimals in hundredths. Nothing in, nothing out: an answer that is not
there makes the whole computation ``None``, and no comparison with it is true. What does not fit in 15 figures is
``None`` too, because a browser could not tell it from its neighbour.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

LARGEST = 9_000_000_000_000_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_number(value: Any) -> bool:
    """Whether ``value`` is a whole number; true and false are none."""
    return type(value) is int


def is_day(value: Any) -> bool:
    """Whether ``value`` is written like a day, ``2026-11-22``."""
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def is_true(value: Any) -> bool:
    """What counts as yes: everything but nothing, zero, no letters, no rows."""
    return bool(value)


def fitting(value: int | None) -> int | None:
    """``value``, or None when it is too large to be told exactly in a browser."""
    return value if value is not None and abs(value) <= LARGEST else None


def same(_facts: Any = None, a: Any = None, b: Any = None, *_more: Any) -> bool:
    """Equal, and of one kind: ``1`` is not ``"1"``. Two lists are never the same."""
    return type(a) is type(b) and not isinstance(a, list | dict) and a == b


def _in_order(holds: Callable[[Any, Any], bool]) -> Callable[..., bool]:
    def operator(_facts: Any = None, *values: Any) -> bool:
        pairs = list(pairwise(values))
        return bool(pairs) and all(_comparable(a, b) and holds(a, b) for a, b in pairs)

    return operator


def _comparable(a: Any, b: Any) -> bool:
    return (is_number(a) and is_number(b)) or (is_day(a) and is_day(b))


def _counting(reckon: Callable[[list[int]], int | None]) -> Callable[..., int | None]:
    """An operator over numbers: nothing when one of them is not there, or when the result does not fit."""

    def operator(_facts: Any = None, *values: Any) -> int | None:
        return fitting(reckon(list(values))) if values and all(map(is_number, values)) else None

    return operator


def _sum(values: list[int]) -> int | None:
    total: int | None = 0
    for value in values:
        total = None if total is None else fitting(total + value)
    return total


def _product(values: list[int]) -> int | None:
    total: int | None = 1
    for value in values:
        total = None if total is None else fitting(total * value)
    return total


def _difference(values: list[int]) -> int | None:
    return -values[0] if len(values) == 1 else values[0] - values[1]


def divided(_facts: Any = None, a: Any = None, b: Any = None, *_more: Any) -> int | None:
    """``a`` divided by ``b``, to the nearest whole (cent); a half goes away from zero. None when ``b`` is zero."""
    if not (is_number(a) and is_number(b)) or b == 0:
        return None
    nearest = (2 * abs(a) + abs(b)) // (2 * abs(b))
    return nearest if (a < 0) == (b < 0) else -nearest


def total(_facts: Any = None, rows: Any = None, key: Any = None, *_more: Any) -> int | None:
    """The sum of one answer over the rows of a group; rows without it count nothing. None without a group."""
    if not isinstance(rows, list):
        return None
    values: list[Any] = [row.get(key) for row in rows if isinstance(row, dict)]
    return _sum([value for value in values if is_number(value)])


def counted(_facts: Any = None, rows: Any = None, key: Any = None, value: Any = None, *_more: Any) -> int | None:
    """How many rows a group has; with ``key`` and ``value``, those with that answer. None without a group."""
    if not isinstance(rows, list):
        return None
    if key is None:
        return len(rows)
    return sum(1 for row in rows if isinstance(row, dict) and same(None, row.get(key), value))


def among(_facts: Any = None, needle: Any = None, haystack: Any = None, *_more: Any) -> bool:
    """Whether ``needle`` is one of the list ``haystack``."""
    return isinstance(haystack, list) and any(same(None, needle, one) for one in haystack)


def answer(facts: Any = None, key: Any = None, otherwise: Any = None, *_more: Any) -> Any:
    """The answer to ``key``, or ``otherwise`` when there is none; never anything else that the facts may hold."""
    if not isinstance(facts, dict) or not isinstance(key, str):
        return otherwise
    found = facts.get(key)
    return otherwise if found is None else found


OPERATIONS: dict[str, Any] = {
    "var": answer,
    "==": same,
    "===": same,
    "!=": lambda _facts=None, a=None, b=None, *_more: not same(None, a, b),
    "!==": lambda _facts=None, a=None, b=None, *_more: not same(None, a, b),
    "<": _in_order(lambda a, b: a < b),
    "<=": _in_order(lambda a, b: a <= b),
    ">": _in_order(lambda a, b: a > b),
    ">=": _in_order(lambda a, b: a >= b),
    "in": among,
    "!": lambda _facts=None, a=None, *_more: not is_true(a),
    "!!": lambda _facts=None, a=None, *_more: is_true(a),
    "+": _counting(_sum),
    "-": _counting(_difference),
    "*": _counting(_product),
    "min": _counting(min),
    "max": _counting(max),
    "div_half_up": divided,
    "sum": total,
    "count": counted,
}
