"""The plan of a genogram: rows, places, and the room that lines take between them."""

from dataclasses import dataclass, field
from functools import cached_property

from domain.registry.rules.drawing.family import Bond, FamilyGraph
from domain.registry.rules.drawing.placement import STEP
from domain.registry.rules.drawing.shapes import Point
from domain.registry.rules.drawing.symbols import LINE, NAME_BELOW, RADIUS, label_lines

Pair = tuple[str, ...]


@dataclass
class Plan:
    """``rows`` of keys from left to right; ``ys`` the middle of each row, ``floors`` where its words end.

    ``arcs`` are the levels of the lines of couples who do not stand side by side, ``starts`` where the line of each
    family's children begins, ``buses`` the level of the line from which they hang.
    """

    graph: FamilyGraph
    x: dict[str, float]
    rows: list[list[str]]
    ys: list[float] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    arcs: dict[Pair, int] = field(default_factory=dict)
    starts: dict[Pair, float] = field(default_factory=dict)
    buses: dict[Pair, int] = field(default_factory=dict)

    @cached_property
    def row(self) -> dict[str, int]:
        """The row of each figure."""
        return {key: number for number, keys in enumerate(self.rows) for key in keys}

    @cached_property
    def spot(self) -> dict[str, int]:
        """The turn of each figure in its row."""
        return {key: number for keys in self.rows for number, key in enumerate(keys)}

    def at(self, key: str) -> Point:
        """The middle of the symbol."""
        return self.x[key], self.ys[self.row[key]]

    def words_end(self, key: str) -> float:
        """Just under the words of a figure, where the line of who is a parent alone begins."""
        lines = label_lines(self.graph.by_key[key])
        return self.at(key)[1] + RADIUS + NAME_BELOW + (lines - 1) * LINE + 6

    def are_neighbours(self, one: str, other: str) -> bool:
        """Whether nobody stands between the two."""
        return self.row[one] == self.row[other] and abs(self.spot[one] - self.spot[other]) == 1

    def gap(self, key: str, *, right: bool) -> float:
        """The middle of the free strip beside a figure, in which a line may go down past the words."""
        return self.x[key] + (STEP / 2 if right else -STEP / 2)

    @cached_property
    def joined(self) -> set[Pair]:
        """Pairs, left one first, between whom the line of a couple runs."""
        pairs = [tuple(bond.pair) for bond in self.couples]
        pairs += [family.parents for family in self.graph.families if len(family.parents) == 2]
        found = {tuple(sorted(pair, key=lambda key: self.x[key])) for pair in pairs}
        return {pair for pair in found if self.are_neighbours(pair[0], pair[1])}

    @cached_property
    def couples(self) -> list[Bond]:
        """The couples, in the order in which they began."""
        return sorted((bond for bond in self.graph.bonds if bond.kind.aspect == "couple"), key=lambda bond: bond.order)
