"""Answers, terms and stages, for everything that anybody may type."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.queries.form_of import Field, FormDefinition, Localised, Option, Step
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.terms import FieldKind
from domain.intake.rules.answers import check_step, cleaned, visible
from domain.intake.rules.completeness import missing
from domain.intake.rules.deadlines import days_left, due_on
from domain.intake.rules.progress import Milestones, StageState, stages
from domain.intake.rules.shown import shown
from domain.intake.rules.typing.dates_typed import day_typed
from domain.intake.rules.typing.typed import keys_of, value_of

FORM = home_care_form()
FIELDS = [field for step in FORM.steps for field in step.fields]
KEYS = sorted({key for field in FIELDS for key in keys_of(field)})
WORDS = ["yes", "no", "on", "me", "other", "alone", "31", "febbraio", "2", "marzo", "1946", "8.400,50", "333 1234567"]
TYPED = st.one_of(st.sampled_from(WORDS), st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=3))
ANSWERS = st.dictionaries(st.sampled_from(KEYS), TYPED)


def a_field(kind: FieldKind, **more: Any) -> Field:
    words = Localised({"it": "Domanda"})
    options = (Option(value="a", label=words), Option(value="b", label=words)) if "choice" in kind else ()
    text = words if kind is FieldKind.DECLARATION else None
    return Field(key="x", kind=kind, label=words, options=options, text=text, **more)


def problems(kind: FieldKind, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    step = Step(key="s", title=Localised({"it": "Passo"}), fields=(a_field(kind, **more),))
    return check_step(step, answers, today=date(2026, 11, 22))


@given(ANSWERS)
def test_nothing_that_is_typed_breaks_the_form(answers: dict[str, Any]) -> None:
    found = missing(FORM, answers, {})
    assert set(found) <= {step.key for step in visible(FORM, answers)}
    for field in FIELDS:
        assert isinstance(shown(field, answers, "ar"), str)


@given(ANSWERS)
def test_what_is_not_asked_is_never_missing_and_never_kept(answers: dict[str, Any]) -> None:
    asked = {field.key for step in visible(FORM, answers) for field in step.fields}
    assert all(set(found) <= asked for found in missing(FORM, answers, {}).values())
    right = {key: value for key, value in answers.items() if _is_right(key, answers)}
    kept = cleaned(FORM, right)
    assert {key.removesuffix(".later") for key in kept} <= {
        field.key for step in visible(FORM, right) for field in step.fields
    }


@given(ANSWERS)
def test_cleaning_twice_is_cleaning_once_and_asks_the_same(answers: dict[str, Any]) -> None:
    right = {key: value for key, value in answers.items() if _is_right(key, answers)}
    once = cleaned(FORM, right)
    assert cleaned(FORM, once) == once
    assert [step.key for step in visible(FORM, once)] == [step.key for step in visible(FORM, right)]
    assert missing(FORM, once, {}) == missing(FORM, right, {})


def _is_right(key: str, answers: dict[str, Any]) -> bool:
    field = FORM.field(key.partition(".")[0])
    assert field is not None
    try:
        value_of(field, answers)
    except ValueError:
        return False
    return True


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 11, 22)))
def test_every_day_that_exists_can_be_typed_in_three_ways(day: date) -> None:
    months = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ]
    for month in (str(day.month), months[day.month - 1], f" {months[day.month - 1].upper()}", f"{day.month:02}"):
        assert day_typed(str(day.day), month, str(day.year)) == day


@pytest.mark.parametrize(
    "parts",
    [("31", "febbraio", "1940"), ("", "3", "1940"), ("1", "boh", "1940"), ("1", "ma", "1940"), ("1", "1", "40")],
)
def test_days_that_do_not_exist_are_refused(parts: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError):
        day_typed(*parts)


@pytest.mark.parametrize(
    "kind, typed",
    [
        (FieldKind.CODICE_FISCALE, "RSSMRA80A01H501X"),
        (FieldKind.CODICE_FISCALE, "ABC"),
        (FieldKind.PHONE, "boh"),
        (FieldKind.EMAIL, "rosa@casa"),
        (FieldKind.EMAIL, "rosa casa@esempio.it"),
        (FieldKind.MONEY, "tanti"),
        (FieldKind.MONEY, "-1"),
        (FieldKind.MONEY, "NaN"),
        (FieldKind.NUMBER, "due"),
        (FieldKind.NUMBER, "²"),
        (FieldKind.CHOICE, "c"),
        (FieldKind.YES_NO, "forse"),
        (FieldKind.TEXT, "a" * 201),
        (FieldKind.TEXT, "   "),
        (FieldKind.LONG_TEXT, "a" * 2001),
        (FieldKind.DECLARATION, "no"),
        (FieldKind.CHOICES, ["a", "c"]),
    ],
)
def test_wrong_answers_are_explained(kind: FieldKind, typed: Any) -> None:
    assert "x" in problems(kind, {"x": typed})


@pytest.mark.parametrize(
    "kind, typed",
    [
        (FieldKind.PHONE, "+39 333.123-4567"),
        (FieldKind.EMAIL, "rosa@casa.esempio.it"),
        (FieldKind.MONEY, "8 400 €"),
        (FieldKind.MONEY, "8,400.50"),
        (FieldKind.NUMBER, "3"),
        (FieldKind.CHOICES, "a"),
        (FieldKind.DECLARATION, "on"),
        (FieldKind.CHOICE, "b"),
        (FieldKind.YES_NO, "no"),
    ],
)
def test_right_answers_are_taken(kind: FieldKind, typed: Any) -> None:
    assert problems(kind, {"x": typed}) == {}


def test_a_birthday_is_not_in_the_future_nor_too_long_ago() -> None:
    future = {"x.day": "23", "x.month": "11", "x.year": "2026"}
    assert problems(FieldKind.DATE, future, is_past=True)
    assert not problems(FieldKind.DATE, future)
    assert problems(FieldKind.DATE, future | {"x.year": "1899"})


def test_a_document_is_sent_or_promised() -> None:
    step = Step(key="s", title=Localised({"it": "Passo"}), fields=(a_field(FieldKind.DOCUMENT),))
    assert check_step(step, {})
    assert not check_step(step, {"x.later": "yes"})
    assert not check_step(step, {}, attached={"x": 1})


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 180))
def test_the_term_is_exact_and_never_longer_than_promised(day: date, term: int) -> None:
    due = due_on(day, term)
    assert due - day == timedelta(days=term)
    assert days_left(due, day) == term
    assert days_left(due, due) == 0


INSTANTS = st.none() | st.datetimes(timezones=st.just(UTC))


@given(
    st.builds(
        Milestones,
        submitted_at=INSTANTS,
        registered_at=INSTANTS,
        taken_at=INSTANTS,
        withdrawn_at=INSTANTS,
        due_on=st.none() | st.dates(),
    )
)
def test_done_stages_come_first_and_only_one_is_now(facts: Milestones) -> None:
    states = [stage.state for stage in stages(facts)]
    order = [StageState.DONE, StageState.NOW, StageState.NEXT]
    assert states == sorted(states, key=order.index)
    assert states.count(StageState.NOW) <= 1


def test_when_somebody_takes_charge_the_checks_are_under_way() -> None:
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    found = stages(Milestones(submitted_at=at, registered_at=at, taken_at=at, due_on=date(2026, 12, 22)))
    assert [stage.key for stage in found if stage.state is StageState.NOW] == ["checks"]
    assert found[-1].at == date(2026, 12, 22)


def test_the_seeded_form_is_a_form() -> None:
    assert isinstance(FORM, FormDefinition)
    assert FormDefinition.model_validate(FORM.model_dump(mode="json")) == FORM
    assert len(FORM.steps) == 7
