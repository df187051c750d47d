"""Addresses, people, rows, accounts and bounds: right answers are taken, wrong ones explained beside their box."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.queries.form_of import Field, FormDefinition, Localised, Step
from domain.intake.rules.answers import check_step, cleaned, facts_of
from domain.intake.rules.kept import kept, too_long
from domain.intake.rules.prefill import prefilled
from domain.intake.rules.rows import with_row, without_row
from domain.intake.rules.shown import shown
from domain.intake.rules.typing.boxes import boxes_of

WORDS = Localised({"it": "Domanda"})
TODAY = date(2026, 11, 29)


def a_field(kind: str, **more: Any) -> Field:
    return Field.model_validate({"key": "x", "kind": kind, "label": WORDS, **more})


def a_group(**more: Any) -> Field:
    parts = [
        {"key": "name", "kind": "text", "label": {"it": "Nome"}},
        {"key": "sum", "kind": "money", "label": {"it": "Quanto"}, "required": False},
        {"key": "born", "kind": "date", "label": {"it": "Nascita"}, "required": False, "is_past": True},
        {"key": "is", "kind": "yes_no", "label": {"it": "Vive qui?"}, "required": False},
    ]
    return a_field("group", **({"max_rows": 4, "parts": parts} | more))


def a_form(*fields: Field) -> FormDefinition:
    return FormDefinition(steps=(Step(key="s", title=WORDS, fields=fields),))


def problems(field: Field, answers: dict[str, Any]) -> dict[str, str]:
    found = check_step(Step(key="s", title=WORDS, fields=(field,)), answers, today=TODAY)
    return {name: str(text) for name, text in found.items()}


@pytest.mark.parametrize(
    "field, typed, words",
    [
        (a_field("iban"), "IT60X0542811101000000123457", "IBAN"),
        (a_field("decimal"), "due", "2,5"),
        (a_field("decimal", minimum=1), "0,5", "non più piccolo di 1"),
        (a_field("number", maximum=12), "13", "non più grande di 12"),
        (a_field("money", maximum="10.50"), "10,51", "non più grande di 10,5"),
        (a_field("text", format="postal_code"), "1612", "CAP"),
        (a_field("text", format="province"), "Genova", "due lettere"),
        (a_field("text", format="digits"), "12a", "solo numeri"),
    ],
)
def test_wrong_answers_are_explained(field: Field, typed: str, words: str) -> None:
    assert words in problems(field, {"x": typed})["x"]


@pytest.mark.parametrize(
    "field, typed, keeps",
    [
        (a_field("iban"), "it60 x054 2811 1010 0000 0123 456", "IT60X0542811101000000123456"),
        (a_field("decimal", minimum=-5), "-3,25", "-3.25"),
        (a_field("number", minimum=1, maximum=12), "12", "12"),
        (a_field("text", format="postal_code"), " 161 21", "16121"),
        (a_field("text", format="province"), "(ge)", "GE"),
        (a_field("text", format="digits"), "12-34 5", "12345"),
    ],
)
def test_right_answers_are_kept_in_one_form(field: Field, typed: str, keeps: str) -> None:
    assert problems(field, {"x": typed}) == {}
    assert cleaned(a_form(field), {"x": typed}) == {"x": keeps}


def test_an_address_is_asked_in_boxes_and_read_in_one_line() -> None:
    field = a_field("address")
    assert list(problems(field, {})) == ["x.street", "x.city"]
    answers = {"x.street": "Via Roma", "x.number": "3/A", "x.city": "Genova", "x.postal_code": "1612"}
    assert list(problems(field, answers)) == ["x.postal_code"]
    right = answers | {"x.postal_code": "16121", "x.province": "ge"}
    assert problems(field, right) == {}
    assert shown(field, cleaned(a_form(field), right), "it") == "Via Roma, 3/A, Genova, 16121, GE"
    assert problems(a_field("address", required=False), {}) == {}


def test_an_address_is_filled_in_from_what_we_know() -> None:
    form = a_form(a_field("address", prefill="residence"))
    known = {"residence.street": "Via delle Rose 3", "residence.city": "Genova", "residence.postal_code": "16121"}
    assert prefilled(form, known) == {
        "x.street": "Via delle Rose",
        "x.number": "3",
        "x.city": "Genova",
        "x.postal_code": "16121",
    }
    assert prefilled(form, {"residence.street": "Località Pian 20 Ottobre"})["x.street"] == "Località Pian 20 Ottobre"


def test_a_person_is_filled_in_and_read_with_the_day_of_birth() -> None:
    form = a_form(a_field("person", prefill="person"))
    answers = prefilled(form, {"person.full_name": "Rosa Bellandi", "person.born_on": date(1946, 3, 2)})
    born = {"x.born_on.day": "2", "x.born_on.month": "3", "x.born_on.year": "1946"}
    assert answers == {"x.full_name": "Rosa Bellandi"} | born
    assert check_step(form.steps[0], answers, today=TODAY) == {}
    found = cleaned(form, answers)
    assert found == {"x.full_name": "Rosa Bellandi", "x.born_on": "1946-03-02", "x.who": "other"}
    assert shown(form.steps[0].fields[0], found, "it") == "Rosa Bellandi, 2 marzo 1946"
    future = answers | {"x.born_on.year": "2027"}
    assert list(check_step(form.steps[0], future, today=TODAY)) == ["x.born_on"]


def test_empty_rows_are_no_rows_and_each_row_has_its_own_problems() -> None:
    answers = {"x.rows": "3", "x.0.name": "Ada", "x.1.name": " ", "x.2.sum": "molti"}
    assert list(problems(a_group(), answers)) == ["x.2.name", "x.2.sum"]
    right = answers | {"x.2.sum": "", "x.2.name": "Bruno"}
    assert cleaned(a_form(a_group()), right) == {"x.0.name": "Ada", "x.1.name": "Bruno", "x.rows": "2"}


def test_a_group_that_is_needed_wants_one_row_and_one_that_is_not_wants_none() -> None:
    assert list(problems(a_group(), {})) == ["x.0.name"]
    assert problems(a_group(required=False), {"x.rows": "2"}) == {}


def test_rows_beyond_those_of_the_page_or_of_the_form_count_nothing() -> None:
    answers = {f"x.{number}.name": "Ada" for number in range(9)}
    assert len(facts_of(a_form(a_group()), answers | {"x.rows": "99"})["x"]) == 4
    assert len(facts_of(a_form(a_group()), answers | {"x.rows": "2"})["x"]) == 2
    assert len(facts_of(a_form(a_group()), answers | {"x.rows": "molte"})["x"]) == 1


def test_a_wrong_box_of_a_row_counts_nothing_in_a_sum() -> None:
    total = a_field("computed", expression={"sum": [{"var": "x"}, "sum"]}, shown_as="money")
    form = a_form(a_group(), total.model_copy(update={"key": "total"}))
    answers = {"x.rows": "2", "x.0.sum": "10,50", "x.1.sum": "boh"}
    assert facts_of(form, answers)["total"] == 1050


def test_nobody_sends_what_is_computed() -> None:
    field = a_field("computed", expression={"+": [1, 1]}, shown_as="number")
    step = Step(key="s", title=WORDS, fields=(field,))
    assert boxes_of(field) == ()
    assert kept(step, frozenset({"x"}), {"x": "999", "x.value": "999"}) == {}
    assert cleaned(a_form(field), {}) == {"x": "2"}


TEXTS = st.sampled_from(["", "Ada", "12", "10,50", "yes", " "])
NAMES = sorted(name for name, _leaf in boxes_of(a_group()))
ANSWERS = st.dictionaries(st.sampled_from(NAMES), TEXTS)


@given(ANSWERS, st.integers(0, 4), st.integers(0, 4))
def test_a_row_taken_out_leaves_the_others_in_their_order(answers: dict[str, str], rows: int, row: int) -> None:
    group, typed = a_group(required=False), answers | {"x.rows": str(rows)}
    before = [one["name"] for one in facts_of(a_form(group), typed)["x"]]
    every = [str(typed.get(f"x.{number}.name", "")).strip() for number in range(rows)]
    changed = typed | without_row(group, typed, row)
    after = [one["name"] for one in facts_of(a_form(group), changed)["x"]]
    if row >= rows:
        assert after == before
    else:
        filled = facts_of(a_form(group), typed)["x"]
        assert len(after) in (len(filled), len(filled) - 1)
        assert [name for name in after if name] == [name for at, name in enumerate(every) if name and at != row]
    grown = typed | with_row(group, typed)
    assert [one["name"] for one in facts_of(a_form(group), grown)["x"]][: len(before)] == before


@given(ANSWERS)
def test_nothing_typed_into_rows_breaks_the_form(answers: dict[str, str]) -> None:
    form = a_form(a_group())
    step = form.steps[0]
    saved = kept(step, frozenset({"x"}), answers)
    assert too_long(step, answers) == frozenset()
    if not check_step(step, saved, today=TODAY):
        once = cleaned(form, saved)
        assert cleaned(form, once) == once
        assert shown(step.fields[0], once, "it") == shown(step.fields[0], saved, "it")
