"""A picture of bars, drawn on the server for ``ui.drawing``."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.kernel.text import _
from web.locale import ngettext, sentence

LONGEST, THICK, ROW, EDGE = 560, 18, 52, 20
MOST = 30


@dataclass(frozen=True)
class Line:
    """A line of an SVG path and how it is drawn."""

    path: str
    style: str


@dataclass(frozen=True)
class Words:
    """A text centred on ``x``."""

    x: int
    y: int
    text: str
    style: str


@dataclass(frozen=True)
class Bar:
    """A bar with its words."""

    key: str
    strokes: tuple[Line, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Bars:
    """The picture, and what each bar is called aloud."""

    view_box: str
    width: int
    height: int
    symbols: tuple[Bar, ...]
    names: dict[str, str]
    areas: tuple[Line, ...] = ()
    strokes: tuple[Line, ...] = ()


def day_bars(rows: Sequence[tuple[str, int]]) -> Bars | None:
    """A bar of days for each name, at most 30; None when there is nothing to draw."""
    if not rows:
        return None
    most = max(1, *(days for _name, days in rows))
    symbols, names = [], {}
    for number, (name, days) in enumerate(rows[:MOST]):
        top, long = EDGE + number * ROW, max(2, LONGEST * days // most)
        said = ngettext("%(num)s giorno", "%(num)s giorni", days) % {"num": days}
        path = f"M{EDGE} {top + 22}h{long}v{THICK}h-{long}z"
        label = sentence(_("%(name)s: %(value)s", name=name, value=said))
        words = (Words(EDGE + LONGEST // 2, top + 14, label, "name"),)
        symbols.append(Bar(str(number), (Line(path, "symbol"),), words))
        names[str(number)] = label
    width, height = LONGEST + 2 * EDGE, 2 * EDGE + ROW * len(symbols)
    return Bars(f"0 0 {width} {height}", width, height, tuple(symbols), names)
