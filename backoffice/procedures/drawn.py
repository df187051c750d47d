"""A procedure as lines and signs for ``ui.drawing``: the domain says what is where, this file what it looks like."""

from dataclasses import dataclass
from textwrap import wrap

from backoffice.procedures.words import Place, place_of, state_names
from domain.kernel.drawing import Drawing, Stroke, Symbol, Words
from domain.procedure.queries.versions import Arrow, Box, VersionSheet
from domain.procedure.terms import StateKind
from web.locale import gettext as _
from web.locale import localised, sentence

WIDEST, MOST_LINES, LINE = 27, 3, 17
"""Letters in a line of a box, lines, and pixels between them."""
ROUND, ABOVE = 11, 6
"""The half of a number's circle, and how far it stands above the bend: the tip of a short line stays in sight."""
TIP = (5, 9)
INSIDE = 4


@dataclass(frozen=True)
class Drawn(Drawing):
    """The whole drawing, with what each sign is called aloud and where it leads."""

    names: dict[str, str]
    hrefs: dict[str, str]


def drawn(sheet: VersionSheet) -> Drawn:
    """The drawing of a version."""
    diagram, place = sheet.diagram, place_of(sheet)
    lines = [stroke for arrow in diagram.arrows for stroke in _line(arrow)]
    boxes = [_box(box) for box in diagram.boxes]
    marks = [_mark(arrow) for arrow in diagram.arrows]
    return Drawn(
        left=0,
        top=0,
        width=diagram.width,
        height=diagram.height,
        areas=(),
        strokes=tuple(lines),
        symbols=(*boxes, *marks),
        names=_names(sheet),
        hrefs=_hrefs(sheet, place),
    )


def samples() -> list[tuple[tuple[str, ...], str, str]]:
    """The signs for the legend: paths, style, meaning."""
    box, inner = "M3,3H45V21H3Z", "M7,7H41V17H7Z"
    return [
        ((_pill(2, 3, 44, 18),), "symbol", _("Stato iniziale: angoli tondi")),
        ((box, inner), "symbol", _("Stato finale: doppio bordo")),
        ((box,), "symbol ss-line-dashed", _("Stato che aspetta il cittadino: bordo a tratti")),
        (("M2,12H44M36,6L45,12L36,18",), "plain", _("Passaggio dell'ufficio: linea intera")),
        (("M2,12H44M36,6L45,12L36,18",), "dashed", _("Passaggio che il programma fa da solo: linea a tratti")),
        (("M2,12H44M36,6L45,12L36,18",), "dotted", _("Passaggio del cittadino: linea a punti")),
    ]


def _line(arrow: Arrow) -> tuple[Stroke, Stroke]:
    style = "dashed" if arrow.is_automatic else "dotted" if arrow.is_for_citizen else "plain"
    (x, y), (wide, high) = arrow.points[-1], TIP
    tip = f"M{x - wide},{y - high}L{x},{y}L{x + wide},{y - high}"
    return Stroke(arrow.path, style), Stroke(tip, "plain")


def _box(box: Box) -> Symbol:
    style = "symbol ss-line-dashed" if box.kind is StateKind.WAITING_FOR_CITIZEN else "symbol"
    outline = _pill(box.x, box.y, box.width, box.height) if box.is_start else _rectangle(box, 0)
    strokes = [Stroke(outline, style)]
    if box.is_final:
        strokes.append(Stroke(_rectangle(box, INSIDE), "symbol-inner"))
    lines = wrap(localised(box.name.root), WIDEST, max_lines=MOST_LINES, placeholder="…") or [""]
    first = box.y + box.height // 2 + 5 - LINE * (len(lines) - 1) // 2
    middle = box.x + box.width // 2
    words = tuple(Words(middle, first + LINE * place, line, "name") for place, line in enumerate(lines))
    return Symbol(f"stato-{box.key}", middle, box.y + box.height // 2, tuple(strokes), words)


def _rectangle(box: Box, inside: int) -> str:
    wide, high = box.width - 2 * inside, box.height - 2 * inside
    return f"M{box.x + inside},{box.y + inside}h{wide}v{high}h-{wide}Z"


def _pill(x: int, y: int, width: int, height: int) -> str:
    half, long = height // 2, width - height
    return f"M{x + half},{y}h{long}a{half},{half} 0 0 1 0,{height}h-{long}a{half},{half} 0 0 1 0,-{height}Z"


def _mark(arrow: Arrow) -> Symbol:
    x, y = arrow.mark[0], arrow.mark[1] - ABOVE
    circle = f"M{x - ROUND},{y}a{ROUND},{ROUND} 0 1 0 {2 * ROUND},0a{ROUND},{ROUND} 0 1 0 -{2 * ROUND},0Z"
    number = Words(x, y + 5, str(arrow.number), "name")
    return Symbol(f"passaggio-{arrow.key}", x, y, (Stroke(circle, "symbol"),), (number,))


def _names(sheet: VersionSheet) -> dict[str, str]:
    called = state_names(sheet)
    states = {
        f"stato-{box.key}": _("Stato %(name)s: %(kind)s") % {"name": called[box.key], "kind": sentence(box.kind.label)}
        for box in sheet.diagram.boxes
    }
    ways = {
        f"passaggio-{one.key}": _("Passaggio %(number)s, %(name)s: da %(source)s a %(target)s")
        % {
            "number": one.number,
            "name": localised(one.name.root),
            "source": called[one.source],
            "target": called[one.target],
        }
        for one in sheet.diagram.arrows
    }
    return states | ways


def _hrefs(sheet: VersionSheet, place: Place) -> dict[str, str]:
    states = {f"stato-{box.key}": place.state(box.key) for box in sheet.diagram.boxes}
    return states | {f"passaggio-{one.key}": place.transition(one.key) for one in sheet.diagram.arrows}
