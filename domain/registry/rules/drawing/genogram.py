"""The genogram: generations in rows, couples joined by a line, children hanging from their parents' line."""

from collections import defaultdict

from domain.kernel.drawing import Drawing
from domain.registry.rules.drawing.couples import couple_levels, draw_couples
from domain.registry.rules.drawing.descents import bus_levels, draw_families, draw_twins, starts_of
from domain.registry.rules.drawing.family import FamilyGraph
from domain.registry.rules.drawing.homes import draw_home
from domain.registry.rules.drawing.placement import place
from domain.registry.rules.drawing.plan import Plan
from domain.registry.rules.drawing.shapes import Canvas
from domain.registry.rules.drawing.symbols import (
    LINE,
    NAME_BELOW,
    RADIUS,
    clearance,
    label_half,
    label_lines,
    symbol_of,
)
from domain.registry.rules.drawing.ties import Obstacle, draw_tie
from domain.registry.terms.relations import RelationAspect

ARC, BUS = 12, 14
ABOVE, BELOW = 34, 12
HALF_LABEL = 50


def draw_genogram(graph: FamilyGraph) -> Drawing:
    """The drawing of ``graph``; one figure alone is a drawing too."""
    plan, canvas, figures = planned(graph), Canvas(), graph.by_key
    draw_home(canvas, plan)
    draw_couples(canvas, plan)
    draw_families(canvas, plan)
    draw_twins(canvas, plan)
    for bond in graph.of(RelationAspect.TIE):
        ends = plan.at(bond.one), plan.at(bond.other)
        others = [box for key in plan.x if key not in bond.pair for box in _boxes(plan, key)]
        own = [box for key in bond.pair for box in _boxes(plan, key)[1:]]
        reach = clearance(figures[bond.one], *ends), clearance(figures[bond.other], ends[1], ends[0])
        draw_tie(canvas, bond, ends, reach, [*others, *own])
    for figure in graph.figures:
        x, y = plan.at(figure.key)
        canvas.put(symbol_of(figure, round(x), round(y)), HALF_LABEL)
    return canvas.drawn()


def planned(graph: FamilyGraph) -> Plan:
    """Where everybody stands, and how much room the lines between the rows need."""
    placement = place(graph)
    plan = Plan(graph, placement.x, [placement.row_keys(number) for number in range(len(placement.rows))])
    figures = graph.by_key
    plan.arcs = couple_levels(plan)
    plan.starts = starts_of(plan)
    plan.buses = bus_levels(plan)
    arcs: dict[int, int] = defaultdict(int)
    for key, level in plan.arcs.items():
        arcs[plan.row[key[0]]] = max(arcs[plan.row[key[0]]], level + 1)
    y = 0.0
    for number, keys in enumerate(plan.rows):
        y += ABOVE + arcs[number] * ARC + RADIUS
        plan.ys.append(y)
        lines = max(label_lines(figures[key]) for key in keys)
        y += RADIUS + NAME_BELOW + (lines - 1) * LINE + BELOW
        plan.floors.append(y)
        used = [level for family, level in plan.buses.items() if plan.row[family[0]] == number]
        y += BUS * (max(used, default=-1) + 1)
    return plan


def _boxes(plan: Plan, key: str) -> list[Obstacle]:
    """The room of a symbol, and that of its words."""
    x, y = plan.at(key)
    r = RADIUS + 6
    half, bottom = (
        label_half(plan.graph.by_key[key]),
        y + RADIUS + NAME_BELOW + LINE * label_lines(plan.graph.by_key[key]),
    )
    return [Obstacle(x - r, y - r, x + r, y + r, 10), Obstacle(x - half, y + RADIUS + 4, x + half, bottom - LINE, 0.8)]
