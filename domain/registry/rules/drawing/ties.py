"""How people get on, drawn over the family: close, distant, conflict, violence, cut off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from domain.registry.rules.drawing.family import Bond
from domain.registry.rules.drawing.shapes import Canvas, Point
from domain.registry.terms.relations import RelationKind

BENDS = (0, 14, -14, 28, -28, 44, -44, 66, -66, 100, -100)
SAMPLES = 32
TOOTH, HEIGHT = 7.0, 5.0


@dataclass(frozen=True)
class Obstacle:
    """A box that a line had better not cross, and how bad it is."""

    left: float
    top: float
    right: float
    bottom: float
    weight: float

    def holds(self, point: Point) -> bool:
        """Whether the point lies in the box."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def draw_tie(
    canvas: Canvas, bond: Bond, ends: tuple[Point, Point], reach: tuple[float, float], obstacles: Sequence[Obstacle]
) -> None:
    """The line of ``bond`` between the two ends, starting ``reach`` pixels from their middles, around what it can."""
    curve = _best(ends[0], ends[1], reach, obstacles)
    style = bond.kind.value.replace("_", "-")
    canvas.line(MANNERS.get(bond.kind, _plain)(curve), style, (bond.key,))


def _best(one: Point, other: Point, reach: tuple[float, float], obstacles: Sequence[Obstacle]) -> list[Point]:
    is_along = abs(one[1] - other[1]) < 1 or abs(one[0] - other[0]) < 12  # where the lines of the family run
    bends = [bend for bend in BENDS if abs(bend) > 20 or not is_along]
    curves = [_trimmed(_curve(one, other, bend), one, other, reach) for bend in bends]

    def badness(number: int) -> float:
        met = sum(box.weight for point in curves[number] for box in obstacles if box.holds(point))
        return met + abs(bends[number]) / 12

    return curves[min(range(len(bends)), key=badness)]


def _curve(one: Point, other: Point, bend: float) -> list[Point]:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = hypot(dx, dy) or 1
    control = ((one[0] + other[0]) / 2 + dy / length * 2 * bend, (one[1] + other[1]) / 2 - dx / length * 2 * bend)
    points = []
    for number in range(SAMPLES + 1):
        t = number / SAMPLES
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * one[0] + b * control[0] + c * other[0], a * one[1] + b * control[1] + c * other[1]))
    return points


def _trimmed(points: list[Point], one: Point, other: Point, reach: tuple[float, float]) -> list[Point]:
    """Without what lies under the two symbols."""
    left = [p for p in points if _far(p, one) >= reach[0] and _far(p, other) >= reach[1]]
    return left if len(left) >= 2 else points


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _plain(points: list[Point]) -> list[list[Point]]:
    return [points]


def _moved(points: list[Point], by: float) -> list[Point]:
    """Beside the line, ``by`` pixels to one side."""
    found = []
    for number, (x, y) in enumerate(points):
        before, after = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1
        found.append((x - dy / length * by, y + dx / length * by))
    return found


def _double(points: list[Point]) -> list[list[Point]]:
    return [_moved(points, 3), _moved(points, -3)]


def _zigzag(points: list[Point]) -> list[list[Point]]:
    even = _evenly(points)
    sides = (_moved(even, HEIGHT), _moved(even, -HEIGHT))
    middle = [sides[number % 2][number] for number in range(1, len(even) - 1)]
    return [[even[0], *middle, even[-1]]]


def _violent(points: list[Point]) -> list[list[Point]]:
    """A zigzag with an arrow that says towards whom."""
    (x, y), (bx, by) = points[-1], points[-3]
    length = hypot(x - bx, y - by) or 1
    ux, uy = (x - bx) / length, (y - by) / length
    head = [(x - ux * 12 - uy * 8, y - uy * 12 + ux * 8), (x, y), (x - ux * 12 + uy * 8, y - uy * 12 - ux * 8)]
    return [*_zigzag(points), [*head, head[0]]]


def _broken(points: list[Point]) -> list[list[Point]]:
    """A line with a gap in the middle, and a bar at each side of the gap."""
    even = _evenly(points)
    middle = len(even) // 2
    bars = [
        [_moved(even, 8)[number], _moved(even, -8)[number]]
        for number in (max(middle - 1, 0), min(middle + 1, len(even) - 1))
    ]
    return [even[:middle], even[middle + 1 :], *bars]


def _evenly(points: list[Point]) -> list[Point]:
    """Points at equal distances of about one tooth along the line, always an even number of teeth."""
    lengths = [0.0]
    for one, other in pairwise(points):
        lengths.append(lengths[-1] + _far(one, other))
    teeth = max(4, round(lengths[-1] / TOOTH / 2) * 2)
    found, place = [], 0
    for number in range(teeth + 1):
        wanted = lengths[-1] * number / teeth
        while place < len(points) - 2 and lengths[place + 1] < wanted:
            place += 1
        piece = lengths[place + 1] - lengths[place] or 1
        t = (wanted - lengths[place]) / piece
        (x, y), (ax, ay) = points[place], points[place + 1]
        found.append((x + (ax - x) * t, y + (ay - y) * t))
    return found


MANNERS: dict[RelationKind, Callable[[list[Point]], list[list[Point]]]] = {
    RelationKind.CLOSE: _double,
    RelationKind.CONFLICT: _zigzag,
    RelationKind.VIOLENCE: _violent,
    RelationKind.CUT_OFF: _broken,
}
