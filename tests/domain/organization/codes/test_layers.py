"""What three levels say of a code comes together by one rule."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.organization.rules.code_layers import AMBITO, COMMON, ENTE, Layer, free_code, merged, searchable, stem_of

DAY = date(2026, 11, 28)
DAYS = st.one_of(st.none(), st.dates(DAY - timedelta(days=3), DAY + timedelta(days=3)))
LABELS = st.one_of(st.none(), st.sampled_from(["Casa", "Alloggio", "Abitare"]))


def a_layer(level: int) -> st.SearchStrategy[Layer]:
    return st.builds(
        Layer,
        level=st.just(level),
        list_name=st.just("bisogno"),
        code=st.just("X"),
        label=st.just("Comune") if level == COMMON else LABELS,
        position=st.one_of(st.none(), st.integers(0, 9)),
        starts_on=DAYS,
        ends_on=DAYS,
        is_historic=st.booleans() if level == COMMON else st.just(False),
        attributes=st.dictionaries(st.sampled_from("ab"), st.integers(0, 3)),
    )


THREE = st.tuples(a_layer(COMMON), a_layer(AMBITO), a_layer(ENTE))


@given(THREE, st.permutations([0, 1, 2]))
def test_the_order_in_which_levels_are_read_does_not_matter(layers: tuple[Layer, ...], order: list[int]) -> None:
    assert merged([layers[place] for place in order], DAY) == merged(layers, DAY)


@given(THREE)
def test_the_nearest_level_that_says_something_is_believed(layers: tuple[Layer, ...]) -> None:
    [row] = merged(layers, DAY)
    assert row.label == next(one.label for one in reversed(layers) if one.label is not None)
    speaks = next((one for one in reversed(layers) if one.says_days), None)
    assert row.is_active == (speaks is None or speaks.offers_on(DAY))
    assert all(row.attributes[name] == value for name, value in layers[2].attributes.items())


@given(THREE)
def test_a_common_code_counts_as_itself_whatever_is_said_nearer(layers: tuple[Layer, ...]) -> None:
    [row] = merged(layers, DAY)
    assert (row.common_code, row.level) == ("X", COMMON)


@given(a_layer(ENTE), DAYS)
def test_nothing_under_a_class_that_is_off_is_offered(child: Layer, ends_on: date | None) -> None:
    parent = Layer(COMMON, "bisogno", "AREA", label="Area", ends_on=ends_on)
    under = replace(child, parent="AREA", label="Voce")
    rows = {row.code: row for row in merged([parent, under], DAY)}
    assert not rows["X"].is_active or rows["AREA"].is_active


@given(st.text(max_size=80), st.sets(st.text(max_size=6)))
def test_a_code_made_from_a_label_is_short_and_free(label: str, taken: set[str]) -> None:
    code = free_code(stem_of(label), taken | {stem_of(label)})
    assert code not in taken
    assert code != stem_of(label)
    assert len(code) <= 40


@given(st.text(alphabet="àèéìòùabc' -.", max_size=30))
def test_accents_capitals_and_signs_are_not_searched(words: str) -> None:
    assert searchable(words) == searchable(words.upper())
    assert set(searchable(words)) <= set(" abceiou")
