"""What is typed for a transition becomes a value that can be kept, or a sentence beside the field."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.procedure.rules.asked import PROBLEMS, read
from domain.procedure.rules.definition import AskedField, Option
from domain.procedure.terms import AskedKind
from tests.domain.procedure.rules.graphs import words

CHOICES = (Option(value="yes", label=words("Sì")), Option(value="no", label=words("No")))


def field(kind: AskedKind, **more: Any) -> AskedField:
    options = CHOICES if kind is AskedKind.CHOICE else ()
    return AskedField(key="x", label=words("Risposta"), kind=kind, options=options, **more)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (AskedKind.TEXT, "  Manca la firma. ", "Manca la firma."),
        (AskedKind.DATE, "2026-03-02", "2026-03-02"),
        (AskedKind.MONEY, "1.350,5", "1350.50"),
        (AskedKind.NUMBER, "12", 12),
        (AskedKind.CHOICE, "yes", "yes"),
    ],
)
def test_what_is_right_is_kept_in_one_form(kind: AskedKind, typed: str, kept: Any) -> None:
    assert read((field(kind),), {"x": typed}) == ({"x": kept}, {})


@given(st.sampled_from(AskedKind), st.text(max_size=40) | st.sampled_from(["NaN", "-3", "1e9", "2026-02-30", "¼", "∞"]))
def test_whatever_is_typed_is_kept_as_json_or_told_beside_the_field(kind: AskedKind, typed: str) -> None:
    values, problems = read((field(kind),), {"x": typed})
    assert (set(values), set(problems)) in (({"x"}, set()), (set(), {"x"}))
    assert json.loads(json.dumps(values)) == values
    if problems:
        assert problems["x"] == PROBLEMS["missing" if not typed.strip() else kind.value]


def test_what_may_be_left_out_may_and_what_is_not_asked_may_not() -> None:
    assert read((field(AskedKind.DATE, required=False),), {}) == ({}, {})
    assert set(read((), {"y": "1"})[1]) == {"y"}
