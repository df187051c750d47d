"""The lines of couples: straight between neighbours, above the row past others; one stroke across for a separation,
two for a divorce."""

from domain.registry.rules.drawing.plan import Pair, Plan
from domain.registry.rules.drawing.shapes import Canvas, Point
from domain.registry.rules.drawing.symbols import RADIUS
from domain.registry.terms.relations import RelationKind

STYLES = {RelationKind.COHABITING: "dashed", RelationKind.ENGAGED: "dotted"}
STROKES = {RelationKind.SEPARATED: 1, RelationKind.DIVORCED: 2}
LIFT, LEVEL = 16, 12


def couple_levels(plan: Plan) -> dict[Pair, int]:
    """For each pair that is not side by side, how high its line runs above the row: never over another one's."""
    wide = sorted(
        {pair for pair in _pairs(plan) if not plan.are_neighbours(pair[0], pair[1])},
        key=lambda pair: (plan.x[pair[1]] - plan.x[pair[0]], pair),
    )
    found: dict[Pair, int] = {}
    for pair in wide:
        taken = {
            level
            for other, level in found.items()
            if plan.row[other[0]] == plan.row[pair[0]]
            and plan.x[other[0]] <= plan.x[pair[1]]
            and plan.x[pair[0]] <= plan.x[other[1]]
        }
        found[pair] = next(level for level in range(len(wide)) if level not in taken)
    return found


def draw_couples(canvas: Canvas, plan: Plan) -> None:
    """Every couple once; parents of a child who are no couple are joined by dots that stand for no relation."""
    drawn: dict[Pair, int] = {}
    for bond in plan.couples:
        pair = _ordered(plan, tuple(bond.pair))
        line = line_of(plan, pair, 6 * drawn.get(pair, 0))
        drawn[pair] = drawn.get(pair, 0) + 1
        style = STYLES.get(bond.kind, "plain")
        canvas.line([line], style if not STROKES.get(bond.kind) else "plain", (bond.key,))
        if count := STROKES.get(bond.kind):
            canvas.line(_strokes_across(line, count), "across")
    for family in plan.graph.families:
        if len(family.parents) == 2 and (pair := _ordered(plan, family.parents)) not in drawn:
            canvas.line([line_of(plan, pair)], "dotted")
            drawn[pair] = 1


def line_of(plan: Plan, pair: Pair, down: float = 0) -> list[Point]:
    """The points of a couple's line, from left to right."""
    (xa, y), (xb, _y) = plan.at(pair[0]), plan.at(pair[1])
    if pair not in plan.arcs:
        return [(xa + RADIUS, y + down), (xb - RADIUS, y + down)]
    top = y - RADIUS - LIFT - LEVEL * plan.arcs[pair] - down
    return [(xa + 8, y - RADIUS), (xa + 8, top), (xb - 8, top), (xb - 8, y - RADIUS)]


def _strokes_across(line: list[Point], count: int) -> list[list[Point]]:
    """Left of the middle, where no child hangs."""
    (xa, y), (xb, _y) = line[len(line) // 2 - 1], line[len(line) // 2]
    middle = (xa + xb) / 2 - 20
    return [[(middle + 7 * number - 4, y + 8), (middle + 7 * number + 4, y - 8)] for number in range(count)]


def _pairs(plan: Plan) -> list[Pair]:
    pairs = [tuple(bond.pair) for bond in plan.couples]
    pairs += [family.parents for family in plan.graph.families if len(family.parents) == 2]
    return [_ordered(plan, pair) for pair in pairs]


def _ordered(plan: Plan, pair: Pair) -> Pair:
    return tuple(sorted(pair, key=lambda key: plan.x[key]))
