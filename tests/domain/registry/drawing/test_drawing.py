"""What must hold of every drawing: nobody over anybody, every relation once, rows, neighbours, the usual signs."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel.drawing import Drawing, Symbol
from domain.registry.rules.drawing.eco_map import draw_eco_map
from domain.registry.rules.drawing.family import Bond, FamilyGraph, Figure
from domain.registry.rules.drawing.genogram import draw_genogram, planned
from domain.registry.rules.drawing.symbols import LINE, RADIUS, wrapped
from domain.registry.terms.relations import OutsiderKind, RelationAspect, RelationKind
from tests.domain.registry.drawing.graphs import NAMES, any_graph, family, figures

K = RelationKind
LETTER = 6.4


def boxes(symbol: Symbol) -> list[tuple[float, float, float, float]]:
    """The room of a symbol and of each of its lines of text."""
    found: list[tuple[float, float, float, float]] = [
        (symbol.x - RADIUS, symbol.y - RADIUS, symbol.x + RADIUS, symbol.y + RADIUS)
    ]
    for words in symbol.words:
        if words.style != "age":
            half = len(words.text) * LETTER / 2
            found.append((words.x - half, words.y - LINE + 4, words.x + half, words.y + 3))
    return found


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of figures who stand over each other, or whose words do."""
    return [
        (one.key, other.key)
        for number, one in enumerate(drawing.symbols)
        for other in drawing.symbols[number + 1 :]
        if any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in boxes(one) for b in boxes(other))
    ]


def once_each(drawing: Drawing, graph: FamilyGraph) -> None:
    """Every relation stands in exactly one line."""
    drawn = Counter(key for stroke in drawing.strokes for key in stroke.keys)
    assert drawn == Counter(bond.key for bond in graph.bonds)


@settings(deadline=None, max_examples=60)
@given(any_graph())
def test_whatever_is_known_can_be_drawn_with_nobody_over_anybody_and_every_relation_once(graph: FamilyGraph) -> None:
    drawing = draw_genogram(graph)
    assert {symbol.key for symbol in drawing.symbols} == {figure.key for figure in graph.figures}
    assert overlaps(drawing) == []
    once_each(drawing, graph)


@settings(deadline=None, max_examples=60)
@given(any_graph())
def test_everything_drawn_lies_within_the_frame(graph: FamilyGraph) -> None:
    for drawing in (draw_genogram(graph), draw_eco_map(graph)):
        for stroke in (*drawing.areas, *drawing.strokes):
            for x, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", stroke.path):
                assert drawing.left <= float(x) <= drawing.left + drawing.width
                assert drawing.top <= float(y) <= drawing.top + drawing.height


@settings(deadline=None, max_examples=60)
@given(family())
def test_generations_stand_in_rows_and_couples_side_by_side(graph: FamilyGraph) -> None:
    plan = planned(graph)
    for bond in graph.of(RelationAspect.PARENT):
        assert plan.row[bond.other] == plan.row[bond.one] + 1
    for bond in graph.of(RelationAspect.COUPLE):
        assert plan.are_neighbours(bond.one, bond.other)
    for bond in graph.of(RelationAspect.TWIN):
        assert plan.row[bond.one] == plan.row[bond.other]
    assert plan.arcs == {}


@settings(deadline=None, max_examples=60)
@given(figures(most=12), st.data())
def test_an_eco_map_draws_every_tie_once_and_nobody_over_anybody(people: list[Figure], drawn: st.DataObject) -> None:
    places = [Figure(f"q{n}", NAMES[n], place=OutsiderKind.SCHOOL) for n in range(drawn.draw(st.integers(0, 5)))]
    keys = [figure.key for figure in (*people, *places)]
    pairs = drawn.draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=12))
    kinds = [K.CLOSE, K.CONFLICT, K.VIOLENCE, K.CUT_OFF, K.DISTANT]
    bonds = tuple(Bond(f"r{n}", one, other, kinds[n % 5]) for n, (one, other) in enumerate(pairs))
    graph = FamilyGraph((*people, *places), bonds)
    drawing = draw_eco_map(graph)
    assert {symbol.key for symbol in drawing.symbols} == set(keys)
    assert overlaps(drawing) == []
    once_each(drawing, graph)


@given(st.text(alphabet="abcdè 'Ù-", max_size=80))
def test_a_name_loses_no_letter_when_it_is_divided(name: str) -> None:
    lines = wrapped(name)
    assert all(0 < len(line) <= 15 for line in lines)
    told = re.sub(r"[\s-]", "", "".join(lines))
    assert told == re.sub(r"[\s-]", "", name)


def symbol(drawing: Drawing, key: str) -> Symbol:
    """The sign of one figure."""
    return next(one for one in drawing.symbols if one.key == key)


def style_of(drawing: Drawing, key: str) -> str:
    """How a relation is drawn."""
    return next(stroke.style for stroke in drawing.strokes if key in stroke.keys)


def test_the_signs_are_the_usual_ones() -> None:
    people = (
        Figure("man", "Aldo", "M", 1950, age=76),
        Figure("woman", "Bice", "F", 1951, 2019, is_dead=True),
        Figure("other", "Chi", None, 1980, age=46, is_index=True),
    )
    drawing = draw_genogram(FamilyGraph(people, (Bond("m", "man", "woman", K.MARRIED),)))
    man, woman, other = (symbol(drawing, key) for key in ("man", "woman", "other"))
    assert "h44v44" in man.strokes[0].path
    assert man.strokes[0].path.count("a") == 0
    assert woman.strokes[0].path.count("a22,22") == 2
    assert other.strokes[0].path.count("l") == 3
    assert [stroke.style for stroke in woman.strokes] == ["symbol", "cross"]
    assert [stroke.style for stroke in other.strokes] == ["symbol", "symbol-inner"]
    assert [words.text for words in man.words] == ["76", "Aldo", "1950"]
    assert [words.text for words in woman.words] == ["Bice", "1951–2019"]


def three_marriages() -> FamilyGraph:
    """A man with two marriages that ended and a third wife, a child from each, the first adopted."""
    people = tuple(Figure(key, key, sex, year) for key, sex, year in (
        ("he", "M", 1960), ("first", "F", 1961), ("second", "F", 1965), ("third", "F", 1970),
        ("eldest", "F", 1985), ("middle", "M", 1995), ("youngest", "M", 2005)))  # fmt: skip
    bonds = [("he", "first", K.DIVORCED), ("he", "second", K.SEPARATED), ("he", "third", K.COHABITING)]
    for wife, child, kind in (("first", "eldest", K.ADOPTIVE_PARENT), ("second", "middle", K.FOSTER_PARENT),
                              ("third", "youngest", K.PARENT)):  # fmt: skip
        bonds += [("he", child, kind), (wife, child, kind)]
    return FamilyGraph(people, tuple(Bond(f"{one}-{other}", one, other, kind, n)
                                     for n, (one, other, kind) in enumerate(bonds)))  # fmt: skip


def test_somebody_with_three_couples_has_the_last_two_beside_and_the_first_over_the_row() -> None:
    graph = three_marriages()
    plan, drawing = planned(graph), draw_genogram(graph)
    assert plan.rows[0].index("third") == plan.rows[0].index("he") + 1
    assert plan.rows[0].index("second") == plan.rows[0].index("he") - 1
    assert list(plan.arcs.values()) == [0]
    assert style_of(drawing, "he-third") == "dashed"
    across = [stroke.path.count("M") for stroke in drawing.strokes if stroke.style == "across"]
    assert sorted(across) == [1, 2], "one stroke for the separation, two for the divorce"


def test_adoption_is_dashed_and_foster_care_dotted() -> None:
    drawing = draw_genogram(three_marriages())
    assert style_of(drawing, "he-eldest") == "dashed"
    assert style_of(drawing, "he-middle") == "dotted"
    assert style_of(drawing, "he-youngest") == "plain"


def test_a_child_in_foster_care_hangs_from_both_families() -> None:
    people = tuple(Figure(key, key, None) for key in ("mother", "father", "foster", "carer", "child"))
    bonds = (
        Bond("b1", "mother", "child", K.PARENT),
        Bond("b2", "father", "child", K.PARENT),
        Bond("b3", "foster", "child", K.FOSTER_PARENT),
        Bond("b4", "carer", "child", K.FOSTER_PARENT),
    )
    graph = FamilyGraph(people, bonds)
    assert sorted(family.parents for family in graph.families) == [("carer", "foster"), ("father", "mother")]
    once_each(draw_genogram(graph), graph)


def test_twins_hang_from_one_point_and_stand_side_by_side() -> None:
    people = tuple(Figure(key, key, "F", year) for key, year in (("m", 1980), ("a", 2010), ("b", 2012), ("c", 2010)))
    bonds = [Bond(f"m{child}", "m", child, K.PARENT) for child in "abc"]
    graph = FamilyGraph(people, (*bonds, Bond("t", "a", "c", K.IDENTICAL_TWIN)))
    plan, drawing = planned(graph), draw_genogram(graph)
    assert plan.are_neighbours("a", "c")
    starts = {stroke.path.split("L")[0] for stroke in drawing.strokes if set(stroke.keys) & {"ma", "mc"}}
    assert len(starts) == 1, "both lines begin at one point"
    assert style_of(drawing, "t") == "plain"


def test_how_people_get_on_is_drawn_in_its_own_manner() -> None:
    people = (Figure("a", "A", "F"), Figure("b", "B", "M"))
    paths = {}
    for kind in (K.CLOSE, K.DISTANT, K.CONFLICT, K.VIOLENCE, K.CUT_OFF):
        drawing = draw_genogram(FamilyGraph(people, (Bond("t", "a", "b", kind),)))
        [line] = [stroke for stroke in drawing.strokes if stroke.keys]
        assert line.style == kind.value.replace("_", "-")
        paths[kind] = line.path
    assert paths[K.CLOSE].count("M") == 2, "two lines"
    assert paths[K.CUT_OFF].count("M") == 4, "two halves and two bars"
    assert paths[K.VIOLENCE].count("M") == 2, "a zigzag and an arrow"
    assert len(set(paths.values())) == 5


def test_who_lives_together_has_one_shape_around_them() -> None:
    people = tuple(Figure(key, key, "F", is_at_home=key != "away") for key in ("mother", "child", "away"))
    graph = FamilyGraph(people, (Bond("1", "mother", "child", K.PARENT), Bond("2", "mother", "away", K.PARENT)))
    assert [area.style for area in draw_genogram(graph).areas] == ["home"]
    assert draw_genogram(FamilyGraph((Figure("x", "X"),))).areas == ()
