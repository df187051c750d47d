"""Writes ``cases.json``: the edges picked by hand, and others drawn by lot, always the same ones.

``python -m tests.domain.catalogue.expressions.make_cases``, after a change of the language; read the difference before
keeping it. What is drawn gets the result of the program: it holds the browser to Python, the edges hold Python to us.
"""

import json
import random
from pathlib import Path
from typing import Any

from domain.catalogue.rules import conditions
from tests.domain.catalogue.expressions.edges import EDGES

CASES = Path(__file__).with_name("cases.json")
HOW_MANY = 300
SEED = 241_1990
NUMBERS = (0, 1, 2, 3, 7, 50, 99, 100, 101, 84_050, 940_000, 999_999, 10**9 + 7, 10**12, -1, -250)
WORDS = ("yes", "no", "a", "b", "", "1", "2026-09-01", "2026-12-31")
NAMES = ("age", "income", "rent", "kind", "born", "wanted", "rows", "blank")
NUMERIC = ("age", "income", "rent")
COMPARING = ("==", "===", "!=", "!==", "<", "<=", ">", ">=")
COUNTING = ("+", "-", "*", "min", "max")


def main() -> None:
    """Draw the cases and write them, one a line, so that a difference can be read."""
    lot = random.Random(SEED)
    cases = [_case(expression, answers) for expression, answers, _result in EDGES]
    seen = {json.dumps(case) for case in cases}
    while len(cases) < HOW_MANY:
        drawn = lot.choice((_number, _number, _expression))(lot, 3)
        case = _case(drawn, _answers(lot))
        if (line := json.dumps(case)) not in seen:
            seen.add(line)
            cases.append(case)
    lines = ",\n".join(json.dumps(case, sort_keys=True) for case in cases)
    CASES.write_text(f"[\n{lines}\n]\n")


def _case(expression: Any, answers: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(expression)
    named = {name: answer for name, answer in answers.items() if f'"{name}"' in text}
    return {"expression": expression, "answers": named, "result": conditions.value(expression, named)}


def _answers(lot: random.Random) -> dict[str, Any]:
    full = {
        "age": lot.choice(NUMBERS),
        "income": lot.choice(NUMBERS) * lot.choice((1, 100)),
        "rent": lot.randrange(0, 200_000),
        "kind": lot.choice(WORDS),
        "born": f"{lot.randrange(1920, 2027)}-{lot.randrange(1, 13):02}-{lot.randrange(1, 29):02}",
        "wanted": lot.sample(WORDS, lot.randrange(0, 4)),
        "rows": [{"sum": lot.choice((None, *NUMBERS)), "is": lot.choice(WORDS)} for _row in range(lot.randrange(0, 5))],
    }
    return {name: value for name, value in full.items() if lot.random() < 0.85}


def _expression(lot: random.Random, depth: int) -> Any:
    if depth == 0:
        return _leaf(lot)
    inner = depth - 1
    match lot.randrange(9):
        case 0 | 1:
            return {lot.choice(COMPARING): [_expression(lot, inner) for _ in range(lot.choice((2, 2, 3)))]}
        case 2 | 3:
            return {lot.choice(COUNTING): [_expression(lot, inner) for _ in range(lot.choice((1, 2, 2, 3)))]}
        case 4:
            return {lot.choice(("and", "or")): [_expression(lot, inner) for _ in range(2)]}
        case 5:
            return {"if": [_expression(lot, inner) for _ in range(3)]}
        case 6:
            return {"div_half_up": [_expression(lot, inner), _expression(lot, inner)]}
        case 7:
            return _of_rows(lot)
        case _:
            return {lot.choice(("!", "!!")): [_expression(lot, inner)]}


def _number(lot: random.Random, depth: int) -> Any:
    """A computation that makes sense, where ``_expression`` draws anything."""
    if depth == 0:
        return lot.choice((lot.choice(NUMBERS), {"var": [lot.choice(NUMERIC), 0]}, {"var": lot.choice(NUMERIC)}))
    inner = depth - 1
    match lot.randrange(5):
        case 0:
            return {"div_half_up": [_number(lot, inner), _number(lot, inner)]}
        case 1:
            test = {lot.choice(COMPARING): [_number(lot, inner), _number(lot, 0)]}
            return {"if": [test, _number(lot, inner), _number(lot, inner)]}
        case 2:
            return {"sum": [{"var": "rows"}, "sum"]}
        case _:
            return {lot.choice(COUNTING): [_number(lot, inner) for _ in range(2)]}


def _of_rows(lot: random.Random) -> Any:
    rows = {"var": "rows"}
    return lot.choice(
        (
            {"sum": [rows, "sum"]},
            {"count": [rows]},
            {"count": [rows, "is", lot.choice(WORDS)]},
            {"in": [{"var": "kind"}, {"var": "wanted"}]},
            {"in": [{"var": "kind"}, lot.sample(WORDS, 3)]},
        )
    )


def _leaf(lot: random.Random) -> Any:
    match lot.randrange(4):
        case 0:
            return lot.choice(NUMBERS)
        case 1:
            return lot.choice((*WORDS, None, True, False))
        case 2:
            return {"var": [lot.choice(NAMES), lot.choice((0, 1, "a"))]}
        case _:
            return {"var": lot.choice(NAMES)}


if __name__ == "__main__":
    main()
