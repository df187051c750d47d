"""Of what sort the result of an expression is, found before any answer is given: what makes no sense is refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from domain.catalogue.rules.operators import is_day, is_number

COUNT, MONEY, DECIMAL = "count", "money", "decimal"
WORD, WORDS, DAY, FACT, NOTHING, LITERAL, ROWS = "word", "words", "day", "fact", "nothing", "literal", "rows"
NUMERIC = frozenset({COUNT, MONEY, DECIMAL, LITERAL})
ORDERED = NUMERIC | {DAY}


@dataclass(frozen=True)
class Typed:
    """The sort of a value; for a choice the words among which it is, for a group the sort of each answer of a row."""

    sort: str
    among: frozenset[str] | None = None
    columns: Mapping[str, "Typed"] | None = None
    literal: Any = None


class Nonsense(ValueError):
    """Two things that cannot be put together; the word says which mistake it is."""


def type_of(expression: Any, known: Mapping[str, Typed]) -> Typed:
    """The sort of ``expression`` over the questions ``known`` so far. Raises ``Nonsense``."""
    if isinstance(expression, list):
        return _list(expression)
    if not isinstance(expression, dict):
        return _literal(expression)
    operator, argument = next(iter(expression.items()))
    arguments = argument if isinstance(argument, list) else [argument]
    if operator == "var":
        return _variable(arguments, known)
    least, most = ARITY[operator]
    if not least <= len(arguments) <= most or (operator == "if" and len(arguments) % 2 == 0):
        raise Nonsense("expression_arguments")
    return RULES[operator](arguments, [type_of(one, known) for one in arguments])


def _literal(value: Any) -> Typed:
    if value is None:
        return Typed(NOTHING)
    if isinstance(value, bool):
        return Typed(FACT)
    return Typed(LITERAL if is_number(value) else WORD, literal=value)


def _list(values: Sequence[Any]) -> Typed:
    if not all(isinstance(one, str) for one in values):
        raise Nonsense("expression_list")
    return Typed(WORDS, among=frozenset(values))


def _variable(arguments: Sequence[Any], known: Mapping[str, Typed]) -> Typed:
    found = known.get(arguments[0])
    if found is None:
        raise Nonsense("expression_unknown")
    if len(arguments) == 2:
        _alike(found, _literal(arguments[1]))
    return found


def _alike(a: Typed, b: Typed) -> Typed:
    """The common sort of two values that stand side by side."""
    if NOTHING in (a.sort, b.sort):
        return a if b.sort == NOTHING else b
    if LITERAL in (a.sort, b.sort) and {a.sort, b.sort} <= NUMERIC:
        return a if b.sort == LITERAL else b
    if {a.sort, b.sort} == {DAY, WORD}:
        if not is_day(a.literal or b.literal):
            raise Nonsense("expression_mismatch")
        return Typed(DAY)
    if a.sort != b.sort or a.sort == ROWS:
        raise Nonsense("expression_mismatch")
    for one, other in ((a, b), (b, a)):
        if one.among is not None and isinstance(other.literal, str) and other.literal not in one.among:
            raise Nonsense("expression_choice")
    return a


def _compared(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    if any(one.sort in (ROWS, WORDS) for one in types):
        raise Nonsense("expression_mismatch")
    for a, b in pairwise(types):
        _alike(a, b)
    return Typed(FACT)


def _ordered(arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    if any(one.sort not in ORDERED and not is_day(one.literal) for one in types):
        raise Nonsense("expression_mismatch")
    return _compared(arguments, types)


def _among(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    needle, haystack = types
    if needle.sort != WORD or haystack.sort != WORDS:
        raise Nonsense("expression_mismatch")
    asked = needle.among if needle.among is not None else frozenset({needle.literal}) - {None}
    if haystack.among is not None and asked and not asked & haystack.among:
        raise Nonsense("expression_choice")
    return Typed(FACT)


def _fact(_arguments: Sequence[Any], _types: Sequence[Typed]) -> Typed:
    return Typed(FACT)


def _one_sort(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    found = Typed(LITERAL)
    for one in types:
        if one.sort not in NUMERIC:
            raise Nonsense("expression_mismatch")
        found = _alike(found, one)
    return Typed(found.sort)


def _multiplied(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    units = [one.sort for one in types if one.sort in (MONEY, DECIMAL)]
    if len(units) > 1 or any(one.sort not in NUMERIC for one in types):
        raise Nonsense("expression_mismatch")
    return Typed(units[0] if units else COUNT)


def _divided(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    above, below = types
    if above.sort not in NUMERIC or below.sort not in NUMERIC:
        raise Nonsense("expression_mismatch")
    if below.sort in (MONEY, DECIMAL):
        _alike(above, below)
        return Typed(COUNT)
    return Typed(COUNT if above.sort == LITERAL else above.sort)


def _summed(arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    column = _column(arguments, types)
    if column.sort not in NUMERIC:
        raise Nonsense("expression_mismatch")
    return Typed(column.sort)


def _counted(arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    if types[0].sort != ROWS or len(arguments) == 2:
        raise Nonsense("expression_mismatch")
    if len(arguments) == 3:
        _alike(_column(arguments, types), types[2])
    return Typed(COUNT)


def _column(arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    columns = types[0].columns
    if columns is None or not isinstance(arguments[1], str) or arguments[1] not in columns:
        raise Nonsense("expression_column")
    return columns[arguments[1]]


def _chosen(_arguments: Sequence[Any], types: Sequence[Typed]) -> Typed:
    found = types[-1]
    for one in types[1:-1:2]:
        found = _alike(found, one)
    return found


MANY = 20
Rule = Callable[[Sequence[Any], Sequence[Typed]], Typed]
RULES: dict[str, Rule] = {
    **dict.fromkeys(("==", "===", "!=", "!=="), _compared),
    **dict.fromkeys(("<", "<=", ">", ">="), _ordered),
    **dict.fromkeys(("and", "or", "!", "!!"), _fact),
    **dict.fromkeys(("+", "-", "min", "max"), _one_sort),
    "in": _among,
    "*": _multiplied,
    "div_half_up": _divided,
    "sum": _summed,
    "count": _counted,
    "if": _chosen,
}
ARITY: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("==", "===", "!=", "!==", "in", "div_half_up", "sum"), (2, 2)),
    **dict.fromkeys(("<", "<=", ">", ">="), (2, 3)),
    **dict.fromkeys(("and", "or", "+", "*", "min", "max"), (1, MANY)),
    **dict.fromkeys(("!", "!!"), (1, 1)),
    "-": (1, 2),
    "count": (1, 3),
    "if": (3, MANY + 1),
}
