"""A drawing on its way: straight lines and surfaces, and room for all that is put on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain.kernel.drawing import Drawing, Stroke, Symbol

Point = tuple[float, float]


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
