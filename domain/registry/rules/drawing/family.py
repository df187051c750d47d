"""The small graph that is drawn: who, and what they are to each other. Keys are the ids of rows, as text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.registry.terms.relations import OutsiderKind, RelationAspect, RelationKind


@dataclass(frozen=True)
class Figure:
    """Somebody or something in a drawing. ``age`` in full years; years of birth and death as people write them.

    ``is_index`` is the person the drawing is about; ``is_at_home`` who lives with that person. ``place`` says what a
    school, a doctor or a service is; it is a person otherwise.
    """

    key: str
    name: str
    sex: str | None = None
    birth_year: int | None = None
    death_year: int | None = None
    age: int | None = None
    is_index: bool = False
    is_at_home: bool = False
    is_dead: bool = False
    place: OutsiderKind = OutsiderKind.PERSON

    @property
    def years(self) -> str:
        """Years of birth and of death, as far as they are known."""
        if self.is_dead or self.death_year:
            return f"{self.birth_year or '?'}–{self.death_year or '?'}"
        return str(self.birth_year or "")


@dataclass(frozen=True)
class Bond:
    """A relation between two figures; of a parent and a child the parent is ``one``. ``order`` is that of its start."""

    key: str
    one: str
    other: str
    kind: RelationKind
    order: int = 0

    @property
    def pair(self) -> frozenset[str]:
        """The two, whoever comes first."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True)
class Family:
    """Parents, one or two, and the children they have together, the eldest first."""

    parents: tuple[str, ...]
    children: tuple[str, ...]
    bonds: tuple[Bond, ...] = ()

    def keys_of(self, child: str) -> tuple[str, ...]:
        """The relations that one child hangs on."""
        return tuple(bond.key for bond in self.bonds if bond.other == child)

    def kind_of(self, child: str) -> RelationKind:
        """How the child belongs to these parents: adoption and foster care show before birth."""
        kinds = {bond.kind for bond in self.bonds if bond.other == child}
        for kind in (RelationKind.FOSTER_PARENT, RelationKind.ADOPTIVE_PARENT):
            if kind in kinds:
                return kind
        return RelationKind.PARENT


@dataclass(frozen=True)
class FamilyGraph:
    """Figures and bonds. Bonds of figures that are not there, and of somebody with themselves, are left out."""

    figures: tuple[Figure, ...]
    bonds: tuple[Bond, ...] = ()
    families: tuple[Family, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the bonds that can be drawn, and gather the families."""
        known = {figure.key for figure in self.figures}
        kept = tuple(bond for bond in self.bonds if len(bond.pair) == 2 and bond.pair <= known)
        object.__setattr__(self, "bonds", kept)
        object.__setattr__(self, "families", tuple(_families(self)))

    def of(self, aspect: RelationAspect) -> list[Bond]:
        """The bonds of one aspect."""
        return [bond for bond in self.bonds if bond.kind.aspect is aspect]

    @property
    def by_key(self) -> dict[str, Figure]:
        """The figures by their key."""
        return {figure.key: figure for figure in self.figures}


def _families(graph: FamilyGraph) -> Iterable[Family]:
    """Children with the same parents, in the same way, belong together; a third parent is a family alone."""
    couples = {bond.pair for bond in graph.of(RelationAspect.COUPLE)}
    years = {figure.key: (figure.birth_year or 9999, number) for number, figure in enumerate(graph.figures)}
    held: dict[tuple[str, ...], list[Bond]] = {}
    for child in dict.fromkeys(bond.other for bond in graph.of(RelationAspect.PARENT)):
        bonds = [bond for bond in graph.of(RelationAspect.PARENT) if bond.other == child]
        for group in _by_kind(bonds, couples):
            for parents in _paired(list(dict.fromkeys(bond.one for bond in group)), couples):
                held.setdefault(parents, []).extend(bond for bond in group if bond.one in parents)
    for parents, bonds in held.items():
        children = sorted({bond.other for bond in bonds}, key=lambda child: years[child])
        yield Family(parents, _twins_together(children, graph), tuple(bonds))


def _by_kind(bonds: list[Bond], couples: set[frozenset[str]]) -> list[list[Bond]]:
    """The parents of one child by how they are: a child may have two by birth and two by foster care.

    A couple of whom one is the parent and the other has adopted the child is one family.
    """
    kinds = dict.fromkeys(bond.kind for bond in bonds)
    groups = [[bond for bond in bonds if bond.kind is kind] for kind in kinds]
    is_couple = len(bonds) == 2 and frozenset(bond.one for bond in bonds) in couples
    return [bonds] if is_couple else groups


def _paired(parents: list[str], couples: set[frozenset[str]]) -> list[tuple[str, ...]]:
    """Couples first, then two by two, then who is left alone."""
    found: list[tuple[str, ...]] = []
    left = list(parents)
    for one in parents:
        mate = next((other for other in left if one in left and frozenset((one, other)) in couples), None)
        if mate is not None:
            found.append(tuple(sorted((one, mate))))
            left = [other for other in left if other not in (one, mate)]
    found += [tuple(sorted(left[number : number + 2])) for number in range(0, len(left), 2)]
    return found


def _twins_together(children: list[str], graph: FamilyGraph) -> tuple[str, ...]:
    """The eldest first, and a twin beside the twin."""
    found: list[str] = []
    twins = graph.of(RelationAspect.TWIN)
    for child in children:
        if child in found:
            continue
        found.append(child)
        for one in found[-1:]:
            mates = {mate for bond in twins if one in bond.pair for mate in bond.pair - {one}}
            found += [mate for mate in children if mate in mates and mate not in found]
    return tuple(found)
