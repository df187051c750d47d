"""A picture of bars, drawn on the server for ``ui.drawing``."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.kernel.drawing import Drawing, Stroke, Symbol, Words
from domain.kernel.text import _
from web.locale import ngettext, sentence

LONGEST, THICK, ROW, EDGE = 560, 18, 52, 20
MOST = 30


@dataclass(frozen=True)
class Bars(Drawing):
    """The picture, and what each bar is called aloud."""

    names: dict[str, str]


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
        middle = (EDGE + long // 2, top + 22 + THICK // 2)
        symbols.append(Symbol(str(number), *middle, (Stroke(path, "symbol"),), words))
        names[str(number)] = label
    width, height = LONGEST + 2 * EDGE, 2 * EDGE + ROW * len(symbols)
    return Bars(0, 0, width, height, (), (), tuple(symbols), names)
