"""The lines from parents to children: solid for birth, dashed for adoption, dotted for foster care; twins together."""

from collections import defaultdict

from domain.registry.rules.drawing.couples import line_of
from domain.registry.rules.drawing.family import Family
from domain.registry.rules.drawing.plan import Pair, Plan
from domain.registry.rules.drawing.shapes import Canvas, Point
from domain.registry.rules.drawing.symbols import RADIUS
from domain.registry.terms.relations import RelationAspect, RelationKind

BUS = 14
SIDE = 9
TWIN_HEIGHT = 26
STEM = 8
KINK = 6
STYLES = {RelationKind.ADOPTIVE_PARENT: "dashed", RelationKind.FOSTER_PARENT: "dotted"}


def starts_of(plan: Plan) -> dict[Pair, float]:
    """Where each family's line goes down: between two parents, or under the words of one; no two in one place."""
    wished = {family.parents: _strip(plan, family) for family in plan.graph.families}
    shared: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for parents, x in wished.items():
        shared[(plan.row[parents[0]], round(x))].append(parents)
    found = {}
    for (_row, x), families in shared.items():
        for number, parents in enumerate(families):
            found[parents] = x + (number - (len(families) - 1) / 2) * SIDE
    return found


def _strip(plan: Plan, family: Family) -> float:
    if len(family.parents) == 1:
        return plan.x[family.parents[0]]
    left, right = sorted(family.parents, key=lambda key: plan.x[key])
    if (left, right) in plan.joined:
        return (plan.x[left] + plan.x[right]) / 2
    between = plan.rows[plan.row[left]][plan.spot[left] : plan.spot[right]]
    free = [key for key in reversed(between) if not _is_joined(plan, key, right=True)]
    return plan.gap(free[0], right=True) if free else plan.gap(right, right=True)


def _is_joined(plan: Plan, key: str, *, right: bool) -> bool:
    return any(pair[0 if right else 1] == key for pair in plan.joined)


def bus_levels(plan: Plan) -> dict[Pair, int]:
    """How low the children's line of each family runs: never over another family's."""
    spans = {
        family.parents: _span([plan.starts[family.parents], *(plan.x[child] for child in family.children)])
        for family in plan.graph.families
    }
    found: dict[Pair, int] = {}
    for parents, (left, right) in sorted(spans.items(), key=lambda one: (one[1][1] - one[1][0], one[0])):
        taken = {
            level
            for other, level in found.items()
            if plan.row[other[0]] == plan.row[parents[0]]
            and spans[other][0] <= right + SIDE
            and left <= spans[other][1] + SIDE
        }
        found[parents] = next(level for level in range(len(spans)) if level not in taken)
    return found


def _span(xs: list[float]) -> tuple[float, float]:
    return min(xs), max(xs)


def draw_families(canvas: Canvas, plan: Plan) -> None:
    """Every family: its line down, the line its children hang from, and one line for each child."""
    for family in plan.graph.families:
        start = plan.starts[family.parents]
        bus = _bus(plan, family)
        hooks = {child: _hook(plan, family, child) for child in family.children}
        if len(hooks) == 1 and abs(start - next(iter(hooks.values()))) <= KINK:
            start = next(iter(hooks.values()))  # a step that small looks like a mistake
        left, right = _span([start, *hooks.values()])
        parts: list[list[Point]] = [[*_from_parents(plan, family, start), (start, bus)]]
        if left < right:
            parts.append([(left, bus), (right, bus)])
        canvas.line(parts, "plain")
        for child in family.children:
            style = STYLES.get(family.kind_of(child), "plain")
            top = plan.at(child)[1] + (-RADIUS if plan.at(child)[1] > bus else RADIUS)
            hangs = bus + (STEM if _twins(plan, child) & set(family.children) else 0)
            line = [(hooks[child], hangs), (_end(plan, family, child), top)]
            canvas.line([line], style, family.keys_of(child))


def _from_parents(plan: Plan, family: Family, start: float) -> list[Point]:
    if len(family.parents) == 1:
        return [(start, plan.words_end(family.parents[0]))]
    line = line_of(plan, tuple(sorted(family.parents, key=lambda key: plan.x[key])))
    if len(line) == 2:
        return [(start, line[0][1])]
    return [line[2], (start, line[2][1])]


def _end(plan: Plan, family: Family, child: str) -> float:
    """Where a child's line ends: those who belong to two families have two lines, side by side."""
    belongs = [one.parents for one in plan.graph.families if child in one.children]
    belongs.sort(key=lambda parents: plan.starts[parents])
    return plan.x[child] + (belongs.index(family.parents) - (len(belongs) - 1) / 2) * SIDE


def _hook(plan: Plan, family: Family, child: str) -> float:
    """Where a child hangs from the line: twins from one point."""
    mates = [mate for mate in family.children if mate == child or mate in _twins(plan, child)]
    ends = [_end(plan, family, mate) for mate in mates]
    return sum(ends) / len(ends)


def _twins(plan: Plan, child: str) -> set[str]:
    """Who is a twin of ``child``, directly or through another twin."""
    found, todo = {child}, [child]
    while todo:
        one = todo.pop()
        for bond in plan.graph.of(RelationAspect.TWIN):
            for mate in bond.pair - found if one in bond.pair else ():
                found.add(mate)
                todo.append(mate)
    return found - {child}


def draw_twins(canvas: Canvas, plan: Plan) -> None:
    """Twins hang from one stem; a bar joins identical ones. Whose parents are not drawn stand under a roof instead."""
    for bond in plan.graph.of(RelationAspect.TWIN):
        ends = sorted((plan.at(bond.one), plan.at(bond.other)))
        homes = [one for one in plan.graph.families if bond.pair <= set(one.children)]
        if homes:
            bus = _bus(plan, homes[0])
            apex = (_hook(plan, homes[0], bond.one), bus + STEM)
            parts: list[list[Point]] = [[(apex[0], bus), apex]]
        else:
            apex = ((ends[0][0] + ends[1][0]) / 2, min(y for _x, y in ends) - RADIUS - TWIN_HEIGHT)
            parts = [[(ends[0][0], ends[0][1] - RADIUS), apex, (ends[1][0], ends[1][1] - RADIUS)]]
        if bond.kind is RelationKind.IDENTICAL_TWIN:
            parts.append([_towards(apex, (x, y - RADIUS)) for x, y in ends])
        canvas.line(parts, "plain", (bond.key,))


def _bus(plan: Plan, family: Family) -> float:
    return plan.floors[plan.row[family.parents[0]]] + BUS * plan.buses[family.parents]


def _towards(apex: Point, end: Point, part: float = 0.55) -> Point:
    return apex[0] + (end[0] - apex[0]) * part, apex[1] + (end[1] - apex[1]) * part
