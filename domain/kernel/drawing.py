"""What a drawing is made of: lines, symbols and words at places in pixels. How they look, and in which tongue the
rest is said, is for the page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stroke:
    """A line, as an SVG path. ``keys`` are those of what it stands for; ``style`` says how it is drawn."""

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
    """The sign of one thing with its words: its middle is at ``x``, ``y``."""

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
