"""Whether a bando is open at an instant, and the instants that people type as a day and an hour in Italy."""

from datetime import UTC, date, datetime, time

from domain.catalogue.terms.bandi import BandoState, BandoStatus
from domain.kernel.clock import ROME

DECIDED = {
    BandoStatus.DRAFT: BandoState.DRAFT,
    BandoStatus.CONCLUDED: BandoState.CONCLUDED,
    BandoStatus.ANNULLED: BandoState.ANNULLED,
}


def state_at(status: BandoStatus, opens_at: datetime | None, closes_at: datetime | None, now: datetime) -> BandoState:
    """Where a bando is at ``now``: open from ``opens_at`` to ``closes_at``, both included."""
    if status in DECIDED:
        return DECIDED[status]
    if opens_at is None or closes_at is None or now < opens_at:
        return BandoState.COMING
    return BandoState.OPEN if now <= closes_at else BandoState.CLOSED


def instant_in_italy(day: date, hour: time, *, is_end: bool) -> datetime:
    """The instant, in UTC, at which it is ``hour`` of ``day`` in Italy; ``ValueError`` for an hour that is not there.

    On the night on which clocks go back an hour comes twice: a bando opens at the first and closes at the second, in
    doubt for who asks.
    """
    local = datetime.combine(day, hour.replace(second=0, microsecond=0, tzinfo=None, fold=int(is_end)), ROME)
    found = local.astimezone(UTC)
    if found.astimezone(ROME).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError("hour")
    return found
