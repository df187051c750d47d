"""Conditions and computations: what they are worth, and what may never be published."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.catalogue.rules import conditions
from domain.catalogue.rules.form_definition import Field
from domain.catalogue.terms import FieldKind
from domain.platform.localised import Localised
from tests.domain.catalogue.expressions.edges import EDGES
from tests.domain.catalogue.expressions.make_cases import CASES, HOW_MANY

LOADED = json.loads(CASES.read_text())
WORDS = Localised({"it": "Domanda"})


@pytest.mark.parametrize("expression, answers, result", EDGES, ids=[json.dumps(edge[0])[:60] for edge in EDGES])
def test_the_edges_are_as_the_rules_say(expression: Any, answers: dict[str, Any], result: Any) -> None:
    found = conditions.value(expression, answers)
    assert (type(found), found) == (type(result), result)


def test_the_committed_cases_hold_in_python() -> None:
    assert len(LOADED) == HOW_MANY
    wrong = [case for case in LOADED if not _agrees(case, conditions.value(case["expression"], case["answers"]))]
    assert wrong == []


def test_the_cases_use_every_operator_and_give_every_sort_of_result() -> None:
    written = json.dumps([case["expression"] for case in LOADED])
    assert [operator for operator in conditions.OPERATORS if f'{{"{operator}": ' not in written] == []
    assert {type(case["result"]) for case in LOADED} >= {int, bool, str, type(None)}
    assert sum(type(case["result"]) is int for case in LOADED) > 60


def _agrees(case: dict[str, Any], found: Any) -> bool:
    return json.dumps(found) == json.dumps(case["result"])


def deep(levels: int) -> dict[str, Any]:
    node: dict[str, Any] = {"!": 1}
    for _ in range(levels):
        node = {"!": node}
    return node


def nested_lists(levels: int) -> list[Any]:
    node: list[Any] = []
    for _ in range(levels):
        node = [node]
    return node


MALICIOUS: tuple[Any, ...] = (
    deep(15),
    deep(900),
    {"in": [1, nested_lists(900)]},
    {"and": [{"==": [1, 1]}] * 80},
    {"in": ["a", ["b"] * 5000]},
    {"==": [{"var": "x"}, 10**12 + 1]},
    {"*": [10**400, 10**400]},
    {"<": [{"var": "x"}, 1e308]},
    {"<": [{"var": "x"}, float("nan")]},
    {"+": [0.1, 0.2]},
    {"==": [{"var": "x"}, "a" * 5000]},
    {"var": "__class__"},
    {"var": "__proto__"},
    {"var": "x.constructor"},
    {"var": "_x"},
    {"var": ""},
    {"var": []},
    {"var": {"var": "x"}},
    {"var": ["x", {"var": "y"}]},
    {"var": 0},
    {"log": "x"},
    {"method": ["x", "constructor"]},
    {"map": [[1], {"var": ""}]},
    {"reduce": [[1], {"var": ""}, 0]},
    {"missing": ["x"]},
    {"cat": ["a", "b"]},
    {"/": [1, 0]},
    {"==": [1, 1], "!=": [1, 2]},
    {"eval": "1"},
    {},
    "yes",
)


@pytest.mark.parametrize("expression", MALICIOUS, ids=[str(one)[:40] for one in MALICIOUS])
def test_a_malicious_expression_is_refused_at_publication(expression: Any) -> None:
    with pytest.raises(ValidationError):
        Field(key="y", kind=FieldKind.TEXT, label=WORDS, only_if=expression)
    with pytest.raises(ValidationError):
        Field(key="y", kind=FieldKind.COMPUTED, label=WORDS, expression=expression, shown_as=FieldKind.NUMBER)


@given(st.integers(-(10**16), 10**16), st.integers(-(10**16), 10**16))
def test_division_is_exact_and_a_half_goes_away_from_zero(a: int, b: int) -> None:
    found = conditions.value({"div_half_up": [{"var": "a"}, {"var": "b"}]}, {"a": a, "b": b})
    if b == 0:
        assert found is None
    else:
        assert abs(2 * (found * b - a)) <= abs(b)
        assert conditions.value({"div_half_up": [{"var": "a"}, {"var": "b"}]}, {"a": -a, "b": b}) == -found


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**11)), max_size=8))
def test_the_sum_of_a_group_is_the_sum_of_what_was_written(amounts: list[int | None]) -> None:
    rows = [{"amount": amount} for amount in amounts]
    found = conditions.value({"sum": [{"var": "rows"}, "amount"]}, {"rows": rows})
    assert found == sum(amount or 0 for amount in amounts)
