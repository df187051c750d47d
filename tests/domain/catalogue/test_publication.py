"""What may not be published says where and why; what may, goes into a file and comes back the same."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.queries.form_file import form_file, form_in_file
from domain.catalogue.refusals import REASONS, FormNotSound
from domain.catalogue.rules import conditions
from domain.catalogue.rules.form_definition import Field, FormDefinition, Step
from domain.catalogue.rules.form_json import FORMAT, FormFile, Unreadable, form_as_json, read_form_json
from domain.catalogue.rules.publication import faults
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.starting_services import SERVICES
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, a_territory

WORDS = Localised({"it": "Domanda"})
ALL_KINDS: tuple[dict[str, Any], ...] = (
    {"key": "text", "kind": "text"},
    {"key": "name", "kind": "text", "format": "digits"},
    {"key": "count", "kind": "number", "minimum": 0, "maximum": 20},
    {"key": "size", "kind": "decimal"},
    {"key": "euro", "kind": "money"},
    {"key": "born", "kind": "date"},
    {"key": "kind", "kind": "choice", "options": [{"value": "a", "label": WORDS}, {"value": "b", "label": WORDS}]},
    {"key": "many", "kind": "choices", "options": [{"value": "a", "label": WORDS}]},
    {"key": "sure", "kind": "yes_no"},
    {"key": "bank", "kind": "iban"},
    {"key": "home", "kind": "address"},
    {"key": "who", "kind": "person"},
    {
        "key": "rows",
        "kind": "group",
        "max_rows": 5,
        "parts": [{"key": "sum", "kind": "money", "label": WORDS}, {"key": "is", "kind": "yes_no", "label": WORDS}],
    },
)


def a_form(**more: Any) -> FormDefinition:
    """Every kind of question, and a last one of which ``more`` says the rest."""
    last = {"key": "last", "kind": "text", **more}
    fields = [Field.model_validate({"label": WORDS, **one}) for one in (*ALL_KINDS, last)]
    return FormDefinition(steps=(Step(key="step", title=WORDS, fields=tuple(fields)),))


def computed(expression: Any, shown_as: str = "money") -> FormDefinition:
    return a_form(kind="computed", expression=expression, shown_as=shown_as)


def var(key: str) -> dict[str, Any]:
    return {"var": key}


@pytest.mark.parametrize(
    "condition, reason",
    [
        ({"==": [var("text"), 1]}, "expression_mismatch"),
        ({"<": [var("text"), "b"]}, "expression_mismatch"),
        ({"<": [var("kind"), var("count")]}, "expression_mismatch"),
        ({"==": [var("euro"), var("count")]}, "expression_mismatch"),
        ({"==": [var("born"), "ieri"]}, "expression_mismatch"),
        ({"==": [var("rows"), 1]}, "expression_mismatch"),
        ({"in": ["a", var("text")]}, "expression_mismatch"),
        ({"==": [var("kind"), "z"]}, "expression_choice"),
        ({"==": [var("sure"), "maybe"]}, "expression_choice"),
        ({"in": ["z", var("many")]}, "expression_choice"),
        ({"==": [var("bank"), "x"]}, "expression_unknown"),
        ({"==": [var("home"), "x"]}, "expression_unknown"),
        ({">": [{"sum": [var("rows"), "is"]}, 1]}, "expression_mismatch"),
        ({">": [{"sum": [var("rows"), "nothing"]}, 1]}, "expression_column"),
        ({">": [{"sum": [var("count"), "sum"]}, 1]}, "expression_column"),
        ({">": [{"count": var("count")}, 1]}, "expression_mismatch"),
        ({"==": [var("kind")]}, "expression_arguments"),
        ({"in": [var("kind"), ["a", 1]]}, "expression_list"),
    ],
)
def test_a_condition_that_makes_no_sense_is_told_with_its_place(condition: Any, reason: str) -> None:
    [fault] = faults(a_form(only_if=condition))
    assert (fault.place, fault.reason) == ("step.last", reason)
    assert reason in REASONS


@pytest.mark.parametrize(
    "expression, shown_as",
    [
        ({"+": [var("euro"), {"sum": [var("rows"), "sum"]}]}, "money"),
        ({"*": [var("euro"), var("count")]}, "money"),
        ({"div_half_up": [{"*": [var("euro"), 14]}, 100]}, "money"),
        ({"div_half_up": [{"*": [var("euro"), 100]}, var("euro")]}, "number"),
        ({"div_half_up": [var("size"), var("count")]}, "decimal"),
        ({"if": [{"==": [var("kind"), "a"]}, var("euro"), 0]}, "money"),
        ({"max": [0, {"-": [var("euro"), 50_000]}]}, "money"),
        ({"count": [var("rows"), "is", "yes"]}, "number"),
        ({"+": [{"var": ["euro", 0]}, 1]}, "money"),
        ({"if": [{"<": [var("born"), "2008-01-01"]}, 1, 0]}, "number"),
    ],
)
def test_computations_that_make_sense_are_published(expression: Any, shown_as: str) -> None:
    assert faults(computed(expression, shown_as)) == ()


@pytest.mark.parametrize(
    "expression, shown_as",
    [
        ({"+": [var("euro"), var("count")]}, "money"),
        ({"*": [var("euro"), var("euro")]}, "money"),
        ({"+": [var("euro"), var("size")]}, "decimal"),
        ({"+": [var("euro"), 1]}, "number"),
        ({"sum": [var("rows"), "sum"]}, "number"),
        ({"==": [var("kind"), "a"]}, "number"),
        ({"if": [var("kind"), "a", 1]}, "number"),
        (var("text"), "number"),
    ],
)
def test_money_is_never_added_to_what_is_not_money(expression: Any, shown_as: str) -> None:
    assert [fault.reason for fault in faults(computed(expression, shown_as))] == ["expression_mismatch"]


@pytest.mark.parametrize(
    "last",
    [
        {"only_if": {"==": [var("last"), "x"]}},
        {"only_if": {"==": [var("nobody"), "x"]}},
        {"kind": "computed", "expression": {"+": [var("last"), 1]}, "shown_as": "number"},
        {"kind": "computed", "expression": {"+": [1, 1]}},
        {"kind": "computed", "shown_as": "number"},
        {"kind": "group"},
        {"kind": "group", "parts": [{"key": "in", "kind": "group", "label": WORDS, "parts": []}]},
        {"kind": "group", "parts": [{"key": "file", "kind": "document", "label": WORDS}]},
        {"kind": "group", "max_rows": 21, "parts": [{"key": "a", "kind": "text", "label": WORDS}]},
        {"kind": "text", "minimum": 1},
        {"kind": "number", "minimum": 5, "maximum": 4},
        {"kind": "number", "maximum": 10**13},
        {"kind": "number", "format": "digits"},
        {"kind": "text", "format": "^(a+)+$"},
        {"kind": "text", "pattern": "^(a+)+$"},
    ],
)
def test_a_question_that_makes_no_sense_is_refused(last: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_form(**last)


async def test_the_catalogue_refuses_a_form_that_makes_no_sense(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        ente_id = (await a_territory(work)).ambito_id
    wrong = a_form(only_if={"<": [var("text"), 3]})
    with pytest.raises(FormNotSound) as refused:
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await publish_service(
                work, SYSTEM, PublishService(ente_id=ente_id, slug="aiuto", card=home_care_card(), form=wrong)
            )
    assert list(refused.value.fields) == ["step.last"]
    assert "un testo e un numero" in str(refused.value.fields["step.last"])


async def test_a_published_form_leaves_as_a_file_and_comes_back(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        ente_id = (await a_territory(work)).ambito_id
        version_id = await publish_service(
            work, SYSTEM, PublishService(ente_id=ente_id, slug="aiuto", card=home_care_card(), form=a_form())
        )
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        text = await form_file(work, version_id)
    assert form_in_file(text) == FormFile(a_form(), "A2.07")
    with pytest.raises(FormNotSound) as refused:
        form_in_file(text.replace('"money"', '"gold"'))
    assert all("non si può leggere" in str(why) for why in refused.value.fields.values())


@pytest.mark.parametrize("slug", SERVICES)
def test_the_forms_that_we_ship_can_be_published_and_moved(slug: str) -> None:
    card, form = SERVICES[slug]
    written = form()
    assert faults(written) == ()
    assert read_form_json(form_as_json(written, card().benefit_code)) == FormFile(written, card().benefit_code)
    assert FormDefinition.model_validate(written.model_dump(mode="json", exclude_none=True)) == written
    assert card().title.in_("it")


def test_a_file_is_small_and_says_its_format() -> None:
    text = form_as_json(a_form())
    found = json.loads(text)
    assert found["format"] == FORMAT
    assert found["steps"][0]["fields"][0] == {"key": "text", "kind": "text", "label": {"it": "Domanda"}}
    assert read_form_json(text) == FormFile(a_form())


@pytest.mark.parametrize(
    "change, place",
    [
        (lambda f: f.pop("format"), "format"),
        (lambda f: f.update(format="sportello-form/2"), "format"),
        (lambda f: f.update(extra=1), "extra"),
        (lambda f: f.update(benefit_code=7), "benefit_code"),
        (lambda f: f["steps"][0]["fields"][2].update(kind="colour"), "step.count.kind"),
        (lambda f: f["steps"][0]["fields"][2].update(label={"en": "No Italian"}), "step.count.label"),
        (lambda f: f["steps"][0]["fields"][12]["parts"][0].update(kind="group"), "step.rows.parts.sum"),
        (lambda f: f["steps"][0]["fields"][0].update(only_if={"log": 1}), "step.text"),
        (lambda f: f["steps"][0]["fields"][13].update(only_if={"<": [var("text"), 1]}), "step.last"),
        (lambda f: f["steps"][0].update(fields=[]), "step"),
    ],
)
def test_a_file_that_is_no_form_names_the_place(change: Any, place: str) -> None:
    found = json.loads(form_as_json(a_form()))
    change(found)
    with pytest.raises(Unreadable) as refused:
        read_form_json(json.dumps(found))
    assert list(refused.value.places) == [place]


@pytest.mark.parametrize(
    "text", ["", "[]", "null", '{"format": "x", "format": "y"}', "[" * 100_000, '{"a": NaN}', " " * 1_000_001]
)
def test_what_is_no_file_of_ours_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_form_json(text)


NUMBERS = st.one_of(st.integers(-(10**12), 10**12), st.sampled_from([var("count"), {"var": ["count", 0]}]))
SUMS = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.builds(lambda one, other: {"+": [one, other]}, inner, inner),
        st.builds(lambda one, other: {"min": [one, other]}, inner, inner),
        st.builds(lambda one, other: {"if": [{"<": [one, other]}, one, other]}, inner, inner),
    ),
    max_leaves=4,
).filter(lambda one: isinstance(one, dict))


@given(SUMS, st.one_of(st.none(), st.integers(0, 10**9)))
def test_what_is_published_as_a_number_gives_a_number_or_nothing(expression: Any, count: int | None) -> None:
    form = computed(expression, "number")
    assert faults(form) == ()
    field = form.field("last")
    assert field is not None
    assert type(field.computed({"count": count})) in (int, type(None))
    assert conditions.value(expression, {"count": count}) == field.computed({"count": count})
