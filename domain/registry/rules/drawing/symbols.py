"""The signs of people and places: a square for a man, a circle for a woman, a diamond for who is neither or not known;
a double outline for the person the drawing is about, a cross for who has died."""

from math import hypot

from domain.kernel.drawing import Stroke, Symbol, Words
from domain.registry.rules.drawing.family import Figure
from domain.registry.rules.drawing.shapes import Point, path_of
from domain.registry.terms.relations import OutsiderKind

RADIUS = 22
LINE = 15
LETTER = 7
LONGEST = 15
NAME_BELOW = 19
PLACE_HALF = 60


def symbol_of(figure: Figure, x: int, y: int) -> Symbol:
    """The sign of ``figure`` with age, name and years."""
    strokes = [Stroke(outline(figure, x, y, RADIUS), "symbol")]
    if figure.is_index:
        strokes.append(Stroke(outline(figure, x, y, RADIUS - 5), "symbol-inner"))
    if figure.is_dead:
        r = RADIUS if figure.sex == "M" else round(RADIUS * 0.7) if figure.sex == "F" else RADIUS // 2
        cross = [[(x - r, y - r), (x + r, y + r)], [(x - r, y + r), (x + r, y - r)]]
        strokes.append(Stroke(path_of(cross), "cross"))
    words = [Words(x, y + 5, str(figure.age), "age")] if figure.age is not None and not figure.is_dead else []
    lines = [(line, "name") for line in wrapped(figure.name)] + [(line, "years") for line in [figure.years] if line]
    for number, (text, style) in enumerate(lines):
        words.append(Words(x, y + RADIUS + NAME_BELOW + number * LINE, text, style))
    return Symbol(figure.key, x, y, tuple(strokes), tuple(words))


def place_of(figure: Figure, x: int, y: int) -> Symbol:
    """A school, a doctor, a service: a rounded box with its name inside."""
    lines = wrapped(figure.name)
    half = LINE * len(lines) / 2 + 10
    first = y - LINE * (len(lines) - 1) / 2 + 4
    words = tuple(Words(x, round(first + number * LINE), line, "name") for number, line in enumerate(lines))
    corner, w = 14, PLACE_HALF
    path = (
        f"M{x - w + corner},{y - half:g}H{x + w - corner}Q{x + w},{y - half:g} {x + w},{y - half + corner:g}"
        f"V{y + half - corner:g}Q{x + w},{y + half:g} {x + w - corner},{y + half:g}H{x - w + corner}"
        f"Q{x - w},{y + half:g} {x - w},{y + half - corner:g}V{y - half + corner:g}"
        f"Q{x - w},{y - half:g} {x - w + corner},{y - half:g}Z"
    )
    return Symbol(figure.key, x, y, (Stroke(path, "symbol"),), words)


def outline(figure: Figure, x: float, y: float, radius: float) -> str:
    """The outline of a person's sign."""
    if figure.sex == "M":
        return f"M{x - radius:g},{y - radius:g}h{2 * radius:g}v{2 * radius:g}h{-2 * radius:g}Z"
    if figure.sex == "F":
        half = f"a{radius:g},{radius:g} 0 1 0"
        return f"M{x - radius:g},{y:g}{half} {2 * radius:g},0{half} {-2 * radius:g},0Z"
    return f"M{x:g},{y - radius:g}l{radius:g},{radius:g}l{-radius:g},{radius:g}l{-radius:g},{-radius:g}Z"


def is_place(figure: Figure) -> bool:
    """Whether the figure is a place or a body and not a person."""
    return figure.place is not OutsiderKind.PERSON


def label_lines(figure: Figure) -> int:
    """How many lines of text stand under the sign."""
    return len(wrapped(figure.name)) + bool(figure.years)


def label_half(figure: Figure) -> float:
    """About half the width of the words, in pixels: a letter is about seven wide."""
    return max(len(line) for line in [*wrapped(figure.name), figure.years]) * LETTER / 2


def clearance(figure: Figure, here: Point, there: Point) -> float:
    """How far from the middle of the sign at ``here`` a line towards ``there`` begins: past the box, or the words."""
    dx, dy = abs(there[0] - here[0]), there[1] - here[1]
    length = hypot(dx, dy) or 1
    if is_place(figure):
        half = LINE * len(wrapped(figure.name)) / 2 + 12
        return min(PLACE_HALF * length / (dx or 0.01), half * length / (abs(dy) or 0.01)) + 5
    bottom, side = RADIUS + NAME_BELOW + LINE * (label_lines(figure) - 1) + 8, label_half(figure)
    if dy > 0 and dx * bottom / dy <= side:
        return min(bottom * length / dy, length * 0.4)
    if dy > 0 and dy * side / dx > RADIUS:
        return min(side * length / dx, length * 0.4)
    return RADIUS + 5


def wrapped(name: str) -> list[str]:
    """The name in lines of at most 15 letters; a longer word is divided with a hyphen."""
    lines: list[str] = []
    for word in name.split():
        rest = word
        if lines and len(lines[-1]) + 1 + len(rest) <= LONGEST:
            lines[-1] += f" {rest}"
            continue
        while len(rest) > LONGEST:
            lines.append(rest[: LONGEST - 1] + "-")
            rest = rest[LONGEST - 1 :]
        lines.append(rest)
    return lines
