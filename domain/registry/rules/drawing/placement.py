"""Where each figure stands from left to right: above and below the family, without anybody in the way.

Rows are ordered by the middle of who belongs above and below, then put as near to it as the neighbours allow (an
isotonic regression gives the best place exactly); the order with the fewest crossings is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.registry.rules.drawing.blocks import blocks_of
from domain.registry.rules.drawing.family import Family, FamilyGraph
from domain.registry.rules.drawing.generations import rows_of

STEP = 124
BLOCK_GAP = 14
SWEEPS = 14
RELAXATIONS = 24


@dataclass
class Placement:
    """Rows from the top; each is a list of blocks from left to right. ``x`` in pixels, before any margin."""

    graph: FamilyGraph
    rows: list[list[list[str]]]
    x: dict[str, float] = field(default_factory=dict)

    def row_keys(self, number: int) -> list[str]:
        """The figures of a row from left to right."""
        return [key for block in self.rows[number] for key in block]

    def middle(self, family: Family) -> float:
        """Where the children's line goes down: between the parents, beside the right one when others stand between."""
        left, right = min(self.x[one] for one in family.parents), max(self.x[one] for one in family.parents)
        return (left + right) / 2 if right - left <= STEP * 1.5 else right - STEP / 2


def place(graph: FamilyGraph) -> Placement:
    """The best placement found from two starting orders."""
    found = [_swept(graph, backwards=backwards) for backwards in (False, True)]
    best = min(found, key=_cost)
    for number in range(RELAXATIONS):
        for row in _turns(best, number):
            _settle(best, best.rows[row], keep_order=True)
    left = min(best.x.values(), default=0)
    best.x = {key: round(x - left) for key, x in best.x.items()}
    return best


def _swept(graph: FamilyGraph, *, backwards: bool) -> Placement:
    row_of = rows_of(graph)
    rows: list[list[list[str]]] = [[] for _row in range(max(row_of.values(), default=-1) + 1)]
    for block in blocks_of(graph):
        rows[row_of[block[0]]].append(block)
    placement = Placement(graph, [row[::-1] if backwards else row for row in rows])
    for row in placement.rows:
        _put(placement, row, [0.0] * len(row))
    best, cost = placement.rows, float("inf")
    kept = dict(placement.x)
    for number in range(SWEEPS):
        for row in _turns(placement, number):
            _settle(placement, placement.rows[row], keep_order=False)
        now = _cost(placement)
        if now < cost:
            best, cost, kept = [[list(block) for block in row] for row in placement.rows], now, dict(placement.x)
    placement.rows, placement.x = best, kept
    return placement


def _turns(placement: Placement, number: int) -> range:
    count = len(placement.rows)
    return range(count) if number % 2 == 0 else range(count - 1, -1, -1)


def _settle(placement: Placement, row: list[list[str]], *, keep_order: bool) -> None:
    if not keep_order:
        for block in row:
            _turn_round(placement, block)
        row.sort(key=lambda block: _turn(placement, block))
    _put(placement, row, [_wanted(placement, block) for block in row])


def _turn_round(placement: Placement, block: list[str]) -> None:
    """A block whose people hang from families on the other side is turned round."""
    anchors = [(i, x) for i, key in enumerate(block) for x in _anchors(placement, key)]
    if len(block) < 2 or not anchors:
        return
    start, last = placement.x[block[0]], len(block) - 1
    as_is = sum(abs(start + i * STEP - x) for i, x in anchors)
    turned = sum(abs(start + (last - i) * STEP - x) for i, x in anchors)
    if turned < as_is - STEP / 2:
        block.reverse()
        for i, key in enumerate(block):
            placement.x[key] = start + i * STEP


def _turn(placement: Placement, block: list[str]) -> tuple[float, int, float]:
    """What orders a row: the middle of the families one hangs from, so that brothers and sisters stay together."""
    families = placement.graph.families
    hung = [(number, one, key) for key in block for number, one in enumerate(families) if key in one.children]
    if not hung:
        return (_wanted(placement, block) + (len(block) - 1) * STEP / 2, -1, 0)
    middle = sum(placement.middle(one) for _number, one, _key in hung) / len(hung)
    turn = sum(one.children.index(key) for _number, one, key in hung) / len(hung)
    return (round(middle), hung[0][0], turn)


def _anchors(placement: Placement, key: str) -> list[float]:
    """Where the families that ``key`` is born or taken into would have it, the eldest child on the left."""
    found = []
    for family in placement.graph.families:
        if key in family.children:
            turn = family.children.index(key) - (len(family.children) - 1) / 2
            found.append(placement.middle(family) + turn * STEP)
    return found


def _wanted(placement: Placement, block: list[str]) -> float:
    """Where the first of the block would stand if nobody else were in the row."""
    wishes = [x - i * STEP for i, key in enumerate(block) for x in _anchors(placement, key)]
    start = placement.x[block[0]]
    for family in placement.graph.families:
        if family.parents[0] in block:
            children = sum(placement.x[child] for child in family.children) / len(family.children)
            wishes.append(children - (placement.middle(family) - start))
    return sum(wishes) / len(wishes) if wishes else start


def _put(placement: Placement, row: list[list[str]], wanted: Sequence[float]) -> None:
    """Each block as near to where it would be as the others allow (pool adjacent violators)."""
    offsets, width = [], 0.0
    for block in row:
        offsets.append(width)
        width += len(block) * STEP + BLOCK_GAP
    pools: list[list[float]] = []
    for x, offset in zip(wanted, offsets, strict=True):
        pools.append([x - offset, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            value, count = pools.pop()
            before, number = pools[-1]
            pools[-1] = [(before * number + value * count) / (number + count), number + count]
    settled = [value for value, count in pools for _one in range(int(count))]
    for block, x, offset in zip(row, settled, offsets, strict=True):
        for i, key in enumerate(block):
            placement.x[key] = x + offset + i * STEP


def _cost(placement: Placement) -> float:
    """Crossings of the lines between rows count most, then how long the lines are."""
    row_of = {key: number for number, row in enumerate(placement.rows) for block in row for key in block}
    lines = [
        (row_of[child], placement.middle(family), placement.x[child], number)
        for number, family in enumerate(placement.graph.families)
        for child in family.children
    ]
    crossings = sum(
        one[0] == other[0] and one[3] != other[3] and (one[1] - other[1]) * (one[2] - other[2]) < 0
        for i, one in enumerate(lines)
        for other in lines[i + 1 :]
    )
    return crossings * 10_000 + sum(abs(line[1] - line[2]) for line in lines)
