"""What the signs of a drawing mean: only those that it has."""

from dataclasses import dataclass

from domain.kernel.text import Text, _
from domain.registry.queries.relations.relation_map import FigureRow, RelationMap
from domain.registry.terms.relations import RelationKind
from web.locale import sentence

LINE = "M2,12H46"
ZIGZAG = "M2,12L6,7L12,17L18,7L24,17L30,7L36,17L40,12"


@dataclass(frozen=True)
class Sample:
    """A small drawing, and what it means."""

    paths: tuple[str, ...]
    style: str
    words: str


SIGNS: dict[str, tuple[tuple[str, ...], str, Text]] = {
    "M": (("M14,2h20v20h-20Z",), "symbol", _("Uomo")),
    "F": (("M14,12a10,10 0 1 0 20,0a10,10 0 1 0 -20,0Z",), "symbol", _("Donna")),
    "": (("M24,1l11,11l-11,11l-11,-11Z",), "symbol", _("Altro sesso, o non si sa")),
    "place": (("M8,2h32q6,0 6,6v8q0,6 -6,6h-32q-6,0 -6,-6v-8q0,-6 6,-6Z",), "symbol", _("Luogo, servizio o risorsa")),
    "index": (("M14,2h20v20h-20Z", "M18,6h12v12h-12Z"), "symbol", _("Persona al centro: segno doppio")),
    "dead": (("M14,2h20v20h-20Z", "M14,2l20,20M14,22l20,-20"), "symbol", _("Persona morta: croce")),
    "home": (("M3,2h42v20h-42Z",), "home", _("Vivono insieme: linea a tratti intorno")),
}
LINES: dict[RelationKind, tuple[tuple[str, ...], str]] = {
    RelationKind.PARENT: (("M24,1V23",), "plain"),
    RelationKind.ADOPTIVE_PARENT: (("M24,1V23",), "dashed"),
    RelationKind.FOSTER_PARENT: (("M24,1V23",), "dotted"),
    RelationKind.MARRIED: ((LINE,), "plain"),
    RelationKind.CIVIL_UNION: ((LINE,), "plain"),
    RelationKind.COHABITING: ((LINE,), "dashed"),
    RelationKind.ENGAGED: ((LINE,), "dotted"),
    RelationKind.SEPARATED: ((LINE, "M20,20l8,-16"), "plain"),
    RelationKind.DIVORCED: ((LINE, "M16,20l8,-16M24,20l8,-16"), "plain"),
    RelationKind.WIDOWED: ((LINE,), "plain"),
    RelationKind.TWIN: (("M8,22L24,6L40,22M24,1V6",), "plain"),
    RelationKind.IDENTICAL_TWIN: (("M8,22L24,6L40,22M24,1V6M16,14H32",), "plain"),
    RelationKind.CLOSE: (("M2,9H46M2,15H46",), "close"),
    RelationKind.DISTANT: ((LINE,), "distant"),
    RelationKind.CONFLICT: ((ZIGZAG + "L46,12",), "conflict"),
    RelationKind.VIOLENCE: ((ZIGZAG + "L46,12M36,5L46,12L36,19Z",), "violence"),
    RelationKind.CUT_OFF: (("M2,12H19M29,12H46M19,4V20M29,4V20",), "cut-off"),
}


def legend(found: RelationMap) -> list[Sample]:
    """The signs of the figures, then the lines of the relations."""
    signs = {_sign(figure) for figure in found.figures}
    signs |= {"index"} if any(figure.is_index for figure in found.figures) else set()
    signs |= {"dead"} if any(figure.is_dead for figure in found.figures) else set()
    signs |= {"home"} if any(figure.is_at_home for figure in found.figures) else set()
    kinds = {row.kind for row in found.relations}
    samples = [Sample(paths, style, sentence(text)) for key, (paths, style, text) in SIGNS.items() if key in signs]
    return samples + [Sample(*LINES[kind], sentence(kind.label)) for kind in LINES if kind in kinds]


def _sign(figure: FigureRow) -> str:
    return (figure.sex or "") if figure.is_person else "place"
