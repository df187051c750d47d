"""The eco-map: who lives together in a circle, and around it the people and places that count for them."""

from math import atan2, cos, hypot, pi, sin

from domain.kernel.drawing import Drawing, Stroke
from domain.registry.rules.drawing.family import Bond, FamilyGraph, Figure
from domain.registry.rules.drawing.shapes import Canvas, Point
from domain.registry.rules.drawing.symbols import (
    LINE,
    NAME_BELOW,
    PLACE_HALF,
    RADIUS,
    clearance,
    is_place,
    label_half,
    label_lines,
    place_of,
    symbol_of,
)
from domain.registry.rules.drawing.ties import Obstacle, draw_tie

EDGE = 12
OUTSIDE = 40


def draw_eco_map(graph: FamilyGraph) -> Drawing:
    """The drawing of ``graph``: every relation in it is drawn as a tie, between whoever it is."""
    home = [figure for figure in graph.figures if figure.is_index or figure.is_at_home]
    home.sort(key=lambda figure: not figure.is_index)
    around = [figure for figure in graph.figures if figure not in home]
    apart, outside = _apart(home), _apart(around)
    inner = _radius(len(home) - 1, apart) if len(home) > 1 else 0
    edge = inner + apart / 2 + EDGE
    spots = _home_spots(home, inner)
    spots |= _ring(around, max(edge + outside / 2 + OUTSIDE, _radius(len(around), outside)), graph, spots)
    canvas = Canvas()
    canvas.areas.append(Stroke(_circle(edge), "home"))
    canvas.cover([(-edge, -edge), (edge, edge)])
    figures = graph.by_key
    for bond in graph.bonds:
        boxes = [_box(figures[key], spots[key]) for key in spots if key not in bond.pair]
        ends = spots[bond.one], spots[bond.other]
        reach = clearance(figures[bond.one], *ends), clearance(figures[bond.other], ends[1], ends[0])
        draw_tie(canvas, bond, ends, reach, boxes)
    for key, (x, y) in spots.items():
        sign = place_of if is_place(figures[key]) else symbol_of
        canvas.put(sign(figures[key], round(x), round(y)), PLACE_HALF)
    return canvas.drawn()


def _apart(figures: list[Figure]) -> float:
    """How far two signs stay apart, so that neither they nor their words meet, in whichever direction they lie."""
    if not figures:
        return 0
    high = max(2 * RADIUS + NAME_BELOW + LINE * label_lines(figure) for figure in figures)
    wide = max(PLACE_HALF * 2 if is_place(figure) else 2 * label_half(figure) for figure in figures)
    return hypot(high, wide)


def _radius(count: int, apart: float) -> float:
    """The circle on which ``count`` signs, and the one in its middle, stay apart."""
    return max(apart, apart / 2 / sin(pi / count)) if count > 1 else apart


def _home_spots(home: list[Figure], inner: float) -> dict[str, Point]:
    others = len(home) - 1
    found: dict[str, Point] = {}
    for number, figure in enumerate(home):
        angle = pi * (2 * (number - 1) / max(others, 1) - 1)
        found[figure.key] = (inner * cos(angle), inner * sin(angle)) if number else (0.0, 0.0)
    return found


def _ring(around: list[Figure], radius: float, graph: FamilyGraph, home: dict[str, Point]) -> dict[str, Point]:
    """Everybody around the circle, each as near as may be to whom the tie is with, so that lines cross less."""
    free = [pi * (2 * number / len(around) - 0.5) for number in range(len(around))]
    found: dict[str, Point] = {}
    for figure in sorted(around, key=lambda one: (_towards(one, graph, home) is None, is_place(one))):
        wish = _towards(figure, graph, home)
        angle = free[0] if wish is None else _nearest(free, wish)
        free.remove(angle)
        found[figure.key] = (radius * cos(angle), radius * sin(angle))
    return found


def _nearest(free: list[float], wish: float) -> float:
    return min(free, key=lambda angle: -cos(angle - wish))


def _towards(figure: Figure, graph: FamilyGraph, home: dict[str, Point]) -> float | None:
    """In which direction the partners of the figure stand; None when they are in the middle, or not there."""
    near = [home[key] for bond in graph.bonds for key in _other(bond, figure.key) if key in home]
    x, y = sum(spot[0] for spot in near), sum(spot[1] for spot in near)
    return atan2(y, x) if hypot(x, y) > 1 else None


def _other(bond: Bond, key: str) -> list[str]:
    return [other for other in bond.pair if key in bond.pair and other != key]


def _box(figure: Figure, spot: Point) -> Obstacle:
    x, y = spot
    half = PLACE_HALF if is_place(figure) else RADIUS
    bottom = RADIUS + 8 + (0 if is_place(figure) else LINE * label_lines(figure))
    return Obstacle(x - half - 6, y - RADIUS - 6, x + half + 6, y + bottom, 10)


def _circle(radius: float) -> str:
    r = f"{radius:g}"
    return f"M-{r},0a{r},{r} 0 1 0 {2 * radius:g},0a{r},{r} 0 1 0 -{2 * radius:g},0Z"
