"""A procedure as a drawing: states in rows from the start downwards, transitions as lines that meet nothing.

Every line has columns and a height of its own: it leaves a box at the bottom, runs between two rows, goes beside all
boxes when it must pass rows, and enters at the top. So no line runs over a box, and no two run on each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.platform.localised import Localised
from domain.procedure.rules.definition import ProcedureDefinition, Transition
from domain.procedure.terms import StateKind

Point = tuple[int, int]

PORT = 24
"""Between two lines that leave, or enter, one box: lines that enter stand half of it aside."""
WIDTH, HEIGHT = 9 * PORT, 64
GAP = 2 * PORT
TRACK = 22
EDGE = 16
MARGIN = 24


@dataclass(frozen=True)
class Box:
    """A state; ``x`` and ``y`` are its upper left corner, in pixels."""

    key: str
    name: Localised
    kind: StateKind
    is_final: bool
    is_start: bool
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Arrow:
    """A transition, from the first point to the last; ``number`` stands at ``mark`` and in the list below."""

    key: str
    name: Localised
    source: str
    target: str
    number: int
    is_automatic: bool
    is_for_citizen: bool
    points: tuple[Point, ...]
    mark: Point

    @property
    def path(self) -> str:
        """The line, as an SVG path."""
        return "M" + "L".join(f"{x},{y}" for x, y in self.points)


@dataclass(frozen=True)
class Diagram:
    """Boxes over arrows, in a frame that starts at 0, 0."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass
class _Plan:
    """A drawing on its way: rows of states, the tracks taken above each row, the columns taken beside them."""

    definition: ProcedureDefinition
    rows: list[list[str]]
    row_of: dict[str, int] = field(default_factory=dict)
    tracks: list[int] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    boxes: dict[str, Box] = field(default_factory=dict)
    lanes: int = 0


def draw(definition: ProcedureDefinition) -> Diagram:
    """The whole procedure, also one that is not sound yet."""
    rows = _rows(definition)
    plan = _Plan(definition, rows, {key: number for number, row in enumerate(rows) for key in row})
    plan.tracks = _tracks_needed(plan)
    _place(plan)
    beside = max(box.x + box.width for box in plan.boxes.values()) + PORT
    taken = [0] * len(plan.tracks)
    ports: dict[tuple[str, str], int] = {}
    arrows = tuple(_arrow(plan, one, number, beside, taken, ports) for number, one in enumerate(_ordered(plan), 1))
    bottom = plan.tops[-1] + HEIGHT + 2 * EDGE + plan.tracks[-1] * TRACK
    return Diagram(
        beside + plan.lanes * PORT + MARGIN,
        bottom + MARGIN,
        tuple(plan.boxes[state.key] for state in definition.states),
        arrows,
    )


def _rows(definition: ProcedureDefinition) -> list[list[str]]:
    """States below all those from which one comes to them, ways back left out; those that nobody reaches come last."""
    order, forward = _walk(definition)
    depth = dict.fromkeys(order, 0)
    for key in order:
        for target in forward[key]:
            depth[target] = max(depth[target], depth[key] + 1)
    last = max(depth.values()) + 1
    rows: list[list[str]] = [[] for _depth in range(last + 1)]
    for key in [*order, *(state.key for state in definition.states if state.key not in depth)]:
        rows[depth.get(key, last)].append(key)
    return [row for row in rows if row]


def _walk(definition: ProcedureDefinition) -> tuple[list[str], dict[str, list[str]]]:
    """The states reached, each before those it leads to, and the ways on without those that lead back."""
    finished: list[str] = []
    under_way: set[str] = set()
    forward: dict[str, list[str]] = {}

    def visit(key: str) -> None:
        under_way.add(key)
        forward[key] = []
        for one in definition.ways_out(key):
            if one.target not in forward:
                visit(one.target)
            if one.target not in under_way:
                forward[key].append(one.target)
        under_way.remove(key)
        finished.append(key)

    visit(definition.start)
    return finished[::-1], forward


def _ordered(plan: _Plan) -> Sequence[Transition]:
    """The transitions as they are read: by where they leave from, row by row."""
    order = {key: number for number, key in enumerate(key for row in plan.rows for key in row)}
    return sorted(plan.definition.transitions, key=lambda one: order[one.source])


def _is_next_row(plan: _Plan, one: Transition) -> bool:
    return plan.row_of[one.target] == plan.row_of[one.source] + 1


def _tracks_needed(plan: _Plan) -> list[int]:
    """How many heights are taken above each row, and below the last one."""
    tracks = [0] * (len(plan.rows) + 1)
    for one in plan.definition.transitions:
        tracks[plan.row_of[one.source] + 1] += 1
        if not _is_next_row(plan, one):
            tracks[plan.row_of[one.target]] += 1
    return tracks


def _place(plan: _Plan) -> None:
    """Boxes wide enough for their lines, on whole ports; from the left, so that a phone shows the start at once."""
    widths = {state.key: _width(plan.definition, state.key) for state in plan.definition.states}
    top = MARGIN
    for number, row in enumerate(plan.rows):
        top += 2 * EDGE + plan.tracks[number] * TRACK
        plan.tops.append(top)
        left = PORT
        for key in row:
            plan.boxes[key] = _box(plan.definition, key, left, top, widths[key])
            left += widths[key] + GAP
        top += HEIGHT


def _width(definition: ProcedureDefinition, key: str) -> int:
    leaving = sum(one.source == key for one in definition.transitions)
    entering = sum(one.target == key for one in definition.transitions)
    return max(WIDTH, PORT * (max(leaving, entering) + 2))


def _box(definition: ProcedureDefinition, key: str, x: int, y: int, width: int) -> Box:
    state = definition.state(key)
    return Box(key, state.name, state.kind, state.is_final, key == definition.start, x, y, width, HEIGHT)


def _arrow(
    plan: _Plan, one: Transition, number: int, beside: int, taken: list[int], ports: dict[tuple[str, str], int]
) -> Arrow:
    source, target = plan.boxes[one.source], plan.boxes[one.target]
    out = source.x + PORT * _next(ports, ("out", one.source))
    entry = target.x + PORT * _next(ports, ("in", one.target)) - PORT // 2
    below = _height(plan, plan.row_of[one.source] + 1, taken)
    points: list[Point] = [(out, source.y + HEIGHT), (out, below)]
    if _is_next_row(plan, one):
        points.append((entry, below))
    else:
        plan.lanes += 1
        lane, above = beside + plan.lanes * PORT, _height(plan, plan.row_of[one.target], taken)
        points += [(lane, below), (lane, above), (entry, above)]
    points.append((entry, target.y))
    return Arrow(
        key=one.key,
        name=one.name,
        source=one.source,
        target=one.target,
        number=number,
        is_automatic=one.is_automatic,
        is_for_citizen=one.is_for_citizen,
        points=tuple(points),
        mark=points[1],
    )


def _next(ports: dict[tuple[str, str], int], side: tuple[str, str]) -> int:
    ports[side] = ports.get(side, 0) + 1
    return ports[side]


def _height(plan: _Plan, gap: int, taken: list[int]) -> int:
    """The next free height above the row ``gap``; below the last one when there is no such row."""
    taken[gap] += 1
    bottom = plan.tops[gap] if gap < len(plan.tops) else plan.tops[-1] + HEIGHT + 2 * EDGE + plan.tracks[gap] * TRACK
    return bottom - EDGE - (plan.tracks[gap] - taken[gap]) * TRACK
