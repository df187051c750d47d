"""What the pages of the bandi share: whose bandi a portal shows, and how much time is left, in words."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from domain.catalogue.queries.bandi.bando_in_force import Criterion
from domain.catalogue.queries.bandi.open_bandi import BandoRow, PublicBando
from domain.catalogue.terms import FieldKind
from domain.catalogue.terms.bandi import BandoState
from web.locale import money, number
from web.visit import Site

PATH = "/bandi"
HUNDREDTHS = 100
HOUR, DAY = 3600, 86_400


@dataclass(frozen=True)
class TimeLeft:
    """Until a bando opens or closes: whole ``days``, or ``hours`` when it is less than two days; one of them."""

    is_open: bool
    days: int = 0
    hours: int = 0


def enti_of(site: Site) -> tuple[UUID, ...]:
    """The enti whose bandi the portal shows: its own and its ambito's; an ambito shows those of its comuni too."""
    ambito_id = site.family[0] if site.family else site.ente_id
    if site.ente_id == ambito_id:
        return tuple(dict.fromkeys((site.ente_id, *site.family)))
    return (site.ente_id, ambito_id)


def time_left(row: BandoRow, now: datetime) -> TimeLeft | None:
    """How long it still takes, by the clock of the server; None when there is nothing to wait for."""
    if row.state not in (BandoState.OPEN, BandoState.COMING):
        return None
    is_open = row.state is BandoState.OPEN
    seconds = max(0, int(((row.closes_at if is_open else row.opens_at) - now).total_seconds()))
    if seconds >= 2 * DAY:
        return TimeLeft(is_open, days=seconds // DAY)
    return TimeLeft(is_open, hours=seconds // HOUR + 1)


def band_rows(one: Criterion, bando: PublicBando) -> list[tuple[str, int]]:
    """The bands of a criterion: the limit in words (nothing for all that is higher), and the points in hundredths."""
    field = next((field for key in one.variables if (field := bando.form.field(key)) is not None), None)
    kind = (field.shown_as or field.kind) if field else FieldKind.NUMBER
    return [(_limit(kind, band.up_to), band.points) for band in one.bands]


def _limit(kind: FieldKind, up_to: int | None) -> str:
    if up_to is None:
        return ""
    if kind is FieldKind.NUMBER:
        return number(up_to)
    hundredths = Decimal(up_to) / HUNDREDTHS
    return money(hundredths) if kind is FieldKind.MONEY else number(hundredths)
