"""The file of an application as a printable act: a cover, an index, and its parts one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.intake.rules.printing.paper_words import CODE, instant, said
from domain.kernel.text import Text, _
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, Stamp


@dataclass(frozen=True)
class PrintPart:
    """A part of the file: its title, and what is in it."""

    title: Text
    blocks: Sequence[Block]


@dataclass(frozen=True)
class PrintCover:
    """What stands on the first page. ``rows`` are labels and values, those without a value are left out.

    ``printed_by`` names the operator and ``office`` where they work: it is said at the foot of every page.
    """

    ente_name: str
    ente_address: Sequence[str]
    protocollo: str
    registered_at: datetime | None
    rows: Sequence[tuple[Text, str]]
    printed_by: str
    office: str
    printed_at: datetime


def print_act(cover: PrintCover, parts: Sequence[PrintPart]) -> Act:
    """The whole file, in Italian: it is the office's paper."""
    mark = _(
        "Stampato da %(name)s, %(office)s, il %(moment)s. Contiene dati personali.",
        name=cover.printed_by,
        office=cover.office,
        moment=instant(cover.printed_at),
    )
    return Act(
        title=said(_("Fascicolo della domanda")),
        language=CODE,
        ente=Ente(cover.ente_name, cover.ente_address),
        blocks=[*_cover(cover), *_index(parts), *_parts(parts)],
        mark=said(mark),
    )


def _cover(cover: PrintCover) -> list[Block]:
    number = [Stamp(said(_("Numero di protocollo")), cover.protocollo, instant(cover.registered_at))]
    kept = _("Questa copia ha solo le parti che può leggere chi la stampa. Conservala in un posto sicuro.")
    rows = Facts([(said(label), value) for label, value in cover.rows if value])
    return [*(number if cover.protocollo else []), rows, Note(said(kept))]


def _index(parts: Sequence[PrintPart]) -> list[Block]:
    return [Heading(said(_("Che cosa c'è nel fascicolo"))), Items([said(one.title) for one in parts], numbered=True)]


def _parts(parts: Sequence[PrintPart]) -> list[Block]:
    return [block for place, one in enumerate(parts, 1) for block in (_title(place, one), *one.blocks)]


def _title(place: int, part: PrintPart) -> Heading:
    return Heading(f"{place}. {said(part.title)}")
