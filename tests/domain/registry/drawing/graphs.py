"""Families for property tests: sane ones that grow from couples downwards, and any odd graph at all."""

from itertools import pairwise

from hypothesis import strategies as st

from domain.registry.rules.drawing.family import Bond, FamilyGraph, Figure
from domain.registry.terms.relations import RELATION_ASPECTS, RelationAspect, RelationKind

NAMES = ("Ada", "Maria Rosa Fontanelli", "Mohamed Abdelrahman Al-Mansouri", "Bo", "Precipitevolissimevolmente Rossi")
PARENTAL = RELATION_ASPECTS[RelationAspect.PARENT]
TIES = RELATION_ASPECTS[RelationAspect.TIE]
COUPLES = RELATION_ASPECTS[RelationAspect.COUPLE]


@st.composite
def figures(draw: st.DrawFn, least: int = 1, most: int = 14) -> list[Figure]:
    """People with any name, sex and years; the first is the one the drawing is about."""
    count = draw(st.integers(least, most))
    return [
        Figure(
            key=f"p{number}",
            name=draw(st.sampled_from(NAMES)),
            sex=draw(st.sampled_from(["F", "M", None])),
            birth_year=draw(st.none() | st.integers(1930, 2024)),
            is_index=number == 0,
            is_dead=draw(st.booleans()),
            is_at_home=draw(st.booleans()),
        )
        for number in range(count)
    ]


@st.composite
def any_graph(draw: st.DrawFn) -> FamilyGraph:
    """Relations of every kind between anybody, also nonsense."""
    people = draw(figures())
    keys = st.sampled_from([person.key for person in people])
    bonds = draw(st.lists(st.tuples(keys, keys, st.sampled_from(RelationKind)), max_size=24))
    return FamilyGraph(tuple(people), tuple(Bond(f"r{n}", *bond, order=n) for n, bond in enumerate(bonds)))


@st.composite
def family(draw: st.DrawFn) -> FamilyGraph:
    """Up to three generations: each person may live in a chain of at most two couples, and has two parents or none."""
    people: list[Figure] = draw(figures(least=6, most=16))
    free, bonds = [person.key for person in people], list[tuple[str, str, RelationKind]]()
    parents = [free.pop(0), free.pop(0)]
    bonds.append((parents[0], parents[1], draw(st.sampled_from(COUPLES))))
    children = [free.pop() for _child in range(draw(st.integers(1, min(4, len(free) - 1))))]
    bonds += [(parent, child, RelationKind.PARENT) for child in children for parent in parents]
    for one, other in pairwise(children[:2]):
        if draw(st.booleans()):
            bonds.append((one, other, draw(st.sampled_from([RelationKind.TWIN, RelationKind.IDENTICAL_TWIN]))))
    for child in children:
        for _partner in range(draw(st.integers(0, 2))):
            if len(free) >= 2:
                partner, grandchild = free.pop(), free.pop()
                kind = draw(st.sampled_from(PARENTAL))
                bonds.append((child, partner, draw(st.sampled_from(COUPLES))))
                bonds += [(parent, grandchild, kind) for parent in (child, partner)]
    known = {key for one, other, _kind in bonds for key in (one, other)}
    kept = tuple(person for person in people if person.key in known)
    return FamilyGraph(kept, tuple(Bond(f"r{n}", *bond, order=n) for n, bond in enumerate(bonds)))
