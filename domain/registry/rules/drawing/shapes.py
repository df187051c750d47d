"""What a drawing is made of: lines, symbols and words at places in pixels. How they look, and in which tongue the
rest is said, is for the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """A line, as an SVG path. ``keys`` are the relations it stands for; ``style`` says how it is drawn."""

    path: str
    style: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """A line of text, centred on ``x``."""

    x: int
    y: int
    text: str
    style: str


@dataclass(frozen=True)
class Symbol:
    """The sign of one figure with its words: its middle is at ``x``, ``y``."""

    key: str
    x: int
    y: int
    strokes: tuple[Stroke, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Drawing:
    """Areas lie under lines, lines under symbols. The frame starts at ``left``, ``top``."""

    left: int
    top: int
    width: int
    height: int
    areas: tuple[Stroke, ...]
    strokes: tuple[Stroke, ...]
    symbols: tuple[Symbol, ...]

    @property
    def view_box(self) -> str:
        """The frame, as SVG writes it."""
        return f"{self.left} {self.top} {self.width} {self.height}"


@dataclass
class Canvas:
    """A drawing while it is being made: it grows to hold what is put on it."""

    areas: list[Stroke] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def cover(self, points: Iterable[Point]) -> None:
        """Make room for ``points``."""
        for x, y in points:
            self.xs.append(x)
            self.ys.append(y)

    def line(self, parts: Sequence[Sequence[Point]], style: str, keys: tuple[str, ...] = ()) -> None:
        """One line of several straight parts that need not hang together."""
        for part in parts:
            self.cover(part)
        self.strokes.append(Stroke(path_of(parts), style, keys))

    def area(self, points: Sequence[Point], style: str) -> None:
        """A closed surface under everything."""
        self.cover(points)
        self.areas.append(Stroke(path_of([points]) + "Z", style))

    def put(self, symbol: Symbol, reach: int) -> None:
        """A symbol that reaches ``reach`` pixels to each side."""
        self.symbols.append(symbol)
        bottom = max([symbol.y + reach, *(words.y + 6 for words in symbol.words)])
        self.cover([(symbol.x - reach, symbol.y - reach), (symbol.x + reach, bottom)])

    def drawn(self, margin: int = 24) -> Drawing:
        """The finished drawing, with a margin around it."""
        left, top = round(min(self.xs, default=0)) - margin, round(min(self.ys, default=0)) - margin
        return Drawing(
            left,
            top,
            round(max(self.xs, default=0)) + margin - left,
            round(max(self.ys, default=0)) + margin - top,
            tuple(self.areas),
            tuple(self.strokes),
            tuple(self.symbols),
        )


def path_of(parts: Sequence[Sequence[Point]]) -> str:
    """Straight lines as an SVG path."""
    return "".join("M" + "L".join(f"{_number(x)},{_number(y)}" for x, y in part) for part in parts if part)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
