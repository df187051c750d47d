"""A form that is made by hand stays in order: keys come from the words, conditions look only backwards."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.refusals import OutOfOrder, QuestionNotWhole
from domain.catalogue.rules.designing import editing
from domain.catalogue.rules.designing.lines import COMPARABLE, Line, Lines, as_lines, as_logic
from domain.catalogue.rules.designing.naming import key_of, slug_of
from domain.catalogue.rules.designing.question import Column, TypedQuestion, as_field, as_typed
from domain.catalogue.rules.designing.telling import tellable
from domain.catalogue.rules.designing.wording import sentences, translated
from domain.catalogue.rules.form_definition import Field, FormDefinition, Option, Step
from domain.catalogue.rules.publication import faults
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.starting_services import SERVICES
from domain.catalogue.terms import Comparison, FieldKind, Joining
from domain.platform.localised import Localised


def words(italian: str) -> Localised:
    return Localised({"it": italian})


HOME = Field(
    key="home",
    kind=FieldKind.CHOICE,
    label=words("Dove vivi?"),
    options=(Option(value="own", label=words("In casa mia")), Option(value="rent", label=words("In affitto"))),
)
RENT = Field(key="rent", kind=FieldKind.MONEY, label=words("Quanto paghi?"), only_if={"==": [{"var": "home"}, "rent"]})
FREE = Field(key="free", kind=FieldKind.NUMBER, label=words("Quante persone vivono con te?"), required=False)
FORM = FormDefinition(
    steps=(
        Step(key="house", title=words("La casa"), fields=(HOME, RENT)),
        Step(key="family", title=words("La famiglia"), fields=(FREE,)),
    )
)


def order(form: FormDefinition) -> list[str]:
    return [f"{step.key}.{field.key}" for step in form.steps for field in step.fields]


@given(st.text(max_size=80))
def test_a_key_made_of_any_words_is_a_key_that_nobody_has(label: str) -> None:
    taken = {"domanda", "eta", "n_1", key_of(label, ())}
    key = key_of(label, taken)
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,39}", key)
    assert key not in taken


@given(st.text(max_size=120))
def test_a_slug_made_of_any_title_fits_an_address(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_of(title))


def test_words_with_accents_and_apostrophes_make_readable_names() -> None:
    assert key_of("Perché l'affitto è caro?", ()) == "perche_l_affitto_e_caro"
    assert key_of("3 figli?", ()) == "n_3_figli"
    assert key_of("Età", {"eta"}) == "eta_2"
    assert slug_of("Aiuto per l'affitto", {"aiuto-per-l-affitto"}) == "aiuto-per-l-affitto-2"


def test_a_question_moves_within_its_page_and_into_the_page_beside() -> None:
    assert order(editing.field_moved(FORM, "free", -1)) == ["house.home", "house.rent", "house.free"]
    assert order(editing.field_moved(FORM, "rent", 1)) == ["house.home", "family.rent", "family.free"]
    assert editing.field_moved(FORM, "free", 1) == FORM


def test_a_question_does_not_move_before_the_one_at_which_it_looks() -> None:
    with pytest.raises(OutOfOrder, match=r"Quanto paghi\?.*Dove vivi\?"):
        editing.field_moved(FORM, "rent", -1)
    with pytest.raises(OutOfOrder):
        editing.field_moved(FORM, "home", 1)


def test_what_another_question_looks_at_is_not_taken_away() -> None:
    with pytest.raises(OutOfOrder, match=r"Quanto paghi\?.*Dove vivi\?"):
        editing.without_field(FORM, "home")
    assert order(editing.without_field(editing.without_field(FORM, "rent"), "home")) == ["family.free"]
    assert order(editing.without_step(FORM, "house")) == ["family.free"]


def test_a_new_page_comes_last_and_pages_change_places() -> None:
    form = editing.with_step_added(FORM, words("La casa"))
    assert [step.key for step in form.steps] == ["house", "family", "la_casa"]
    assert [step.key for step in editing.step_moved(form, "la_casa", -1).steps] == ["house", "la_casa", "family"]
    assert {fault.reason for fault in faults(form)} == {"step_empty"}


@given(st.lists(st.tuples(st.sampled_from(["home", "rent", "free"]), st.sampled_from([-1, 1])), max_size=12))
def test_however_often_questions_are_moved_none_is_lost_and_the_form_stays_sound(moves: list[tuple[str, int]]) -> None:
    form = FORM
    for key, places in moves:
        try:
            form = editing.field_moved(form, key, places)
        except OutOfOrder:
            continue
    assert sorted(one.split(".")[1] for one in order(form)) == ["free", "home", "rent"]
    assert [fault for fault in faults(form) if fault.reason != "step_empty"] == []


def test_lines_become_a_condition_and_come_back() -> None:
    lines = Lines(
        joining=Joining.ANY,
        lines=(
            Line(question="home", value="in affitto"),
            Line(question="rent", comparison=Comparison.AT_LEAST, value="1.250,50"),
        ),
    )
    logic = as_logic(lines, (HOME, RENT))
    assert logic == {"or": [{"==": [{"var": "home"}, "rent"]}, {">=": [{"var": "rent"}, 125050]}]}
    back = as_lines(logic, (HOME, RENT))
    assert back is not None
    assert [line.value for line in back.lines] == ["In affitto", "1250,50"]
    assert as_logic(back, (HOME, RENT)) == logic


@pytest.mark.parametrize(
    ("line", "box"),
    [
        (Line(question="later", value="x"), "line.1.question"),
        (Line(question="home", comparison=Comparison.AT_LEAST, value="In affitto"), "line.1.comparison"),
        (Line(question="home", value="In tenda"), "line.1.value"),
        (Line(question="rent", value="tanto"), "line.1.value"),
    ],
)
def test_a_line_that_makes_no_sense_is_told_beside_its_box(line: Line, box: str) -> None:
    with pytest.raises(QuestionNotWhole) as refused:
        as_logic(Lines(lines=(line,)), (HOME, RENT))
    assert set(refused.value.fields) == {box}


@given(
    st.lists(st.tuples(st.sampled_from([HOME, RENT, FREE]), st.sampled_from(Comparison), st.integers(0, 9)), max_size=3)
)
def test_every_condition_made_of_lines_can_be_published_and_read_again(
    drawn: list[tuple[Field, Comparison, int]],
) -> None:
    lines = [
        Line(question=field.key, comparison=how, value="In affitto" if field is HOME else str(number))
        for field, how, number in drawn
        if how in COMPARABLE[field.kind]
    ]
    logic = as_logic(Lines(lines=tuple(lines)), (HOME, RENT, FREE))
    last = Field(key="last", kind=FieldKind.TEXT, label=words("Altro?"), only_if=logic)
    step = Step(key="s", title=words("Pagina"), fields=(HOME, RENT, FREE, last))
    assert faults(FormDefinition(steps=(step,))) == ()
    again = as_lines(logic, (HOME, RENT, FREE))
    assert again is not None
    assert as_logic(again, (HOME, RENT, FREE)) == logic


def test_a_condition_that_says_more_than_lines_can_is_not_read_as_lines() -> None:
    assert as_lines({"!": [{"var": "home"}]}, (HOME,)) is None
    assert as_lines({">": [{"+": [{"var": "rent"}, 1]}, 3]}, (HOME, RENT)) is None


def test_a_condition_beyond_lines_stays_when_the_words_change() -> None:
    was = RENT.model_copy(update={"only_if": {"!": [{"==": [{"var": "home"}, "own"]}]}})
    typed = TypedQuestion(kind=FieldKind.MONEY, label="Quanto spendi?", condition=Lines())
    field = as_field(typed, "rent", (HOME,), was)
    assert field.only_if == was.only_if
    assert field.label.in_("it") == "Quanto spendi?"


def test_new_words_keep_the_key_the_values_and_the_translations() -> None:
    was = HOME.model_copy(update={"label": Localised({"it": "Dove vivi?", "en": "Where do you live?"})})
    typed = TypedQuestion(kind=FieldKind.CHOICE, label="Dove abiti?", options="In casa mia\nPago un affitto\n")
    field = as_field(typed, "home", (), was)
    assert [option.value for option in field.options] == ["own", "rent"]
    assert field.label.root == {"it": "Dove abiti?", "en": "Where do you live?"}


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        (TypedQuestion(kind=FieldKind.CHOICE, label="Scegli"), "options"),
        (TypedQuestion(kind=FieldKind.DECLARATION, label="Dichiaro"), "text"),
        (TypedQuestion(kind=FieldKind.DOCUMENT, label="Manda"), "document_kind"),
        (TypedQuestion(kind=FieldKind.GROUP, label="Chi"), "column.1"),
        (TypedQuestion(kind=FieldKind.NUMBER, label="Quanti", minimum="molti"), "minimum"),
        (TypedQuestion(kind=FieldKind.NUMBER, label="Quanti", minimum="9", maximum="2"), "maximum"),
        (TypedQuestion(kind=FieldKind.NUMBER, label="Quanti", tells="isee"), "tells"),
        (TypedQuestion(kind=FieldKind.TEXT, label="Chi", tells="age"), "tells"),
    ],
)
def test_a_question_that_is_not_whole_says_which_box_is_missing(typed: TypedQuestion, box: str) -> None:
    with pytest.raises(QuestionNotWhole) as refused:
        as_field(typed, "key", ())
    assert set(refused.value.fields) == {box}


def test_a_question_tells_a_fact_of_its_own_kind_and_goes_on_telling_it() -> None:
    field = as_field(TypedQuestion(kind=FieldKind.MONEY, label="Quanto è l'ISEE?", tells="isee"), "isee", ())
    assert field.tells == "isee"
    again = TypedQuestion(kind=FieldKind.MONEY, label="Quanto è?", tells=as_typed(field)["tells"])
    assert as_field(again, "isee", (), field).tells == "isee"
    assert {fact.key for fact in tellable(FieldKind.NUMBER)} >= {"age", "household_size"}


def test_a_choice_tells_only_a_fact_with_which_it_shares_an_answer() -> None:
    asked = home_care_form().field("disability")
    assert asked is not None
    assert "has_disability_certificate" in {fact.key for fact in tellable(FieldKind.CHOICE, asked)}
    assert tellable(FieldKind.CHOICE, HOME) == tellable(FieldKind.CHOICE) == ()


def test_the_columns_of_a_group_get_keys_of_their_own() -> None:
    columns = (Column(label="Nome"), Column(label="Reddito", kind=FieldKind.MONEY))
    field = as_field(TypedQuestion(kind=FieldKind.GROUP, label="Chi vive con te?", columns=columns), "rows", ())
    assert [(part.key, part.kind) for part in field.parts] == [
        ("nome", FieldKind.TEXT),
        ("reddito", FieldKind.MONEY),
    ]


@pytest.mark.parametrize("slug", SERVICES)
def test_every_sentence_of_a_service_can_be_translated_and_nothing_else_changes(slug: str) -> None:
    form = SERVICES[slug][1]().model_dump(mode="json", exclude_none=True)
    card = SERVICES[slug][0]().model_dump(mode="json")
    found = sentences(card, form)
    said = {place: f"zz {node['it']}" for place, node in found.items()}
    after = translated(form, "form", "fr", said)
    assert FormDefinition.model_validate(after).steps[0].title.in_("fr").startswith("zz ")
    assert translated(after, "form", "fr", dict.fromkeys(said, "")) == translated(
        form, "form", "fr", dict.fromkeys(said, "")
    )
    assert all(node["fr"].startswith("zz ") for node in sentences({}, after).values())
