"""Words of who waits at a desk."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ArrivalStatus(StrEnum):
    """Where somebody who came stands: waits, was called, sits at the desk with a sheet open, has gone."""

    WAITING = "waiting"
    CALLED = "called"
    SERVED = "served"
    LEFT = "left"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return ARRIVAL_LABELS[self]


ARRIVAL_LABELS: dict[ArrivalStatus, Text] = {
    ArrivalStatus.WAITING: _("Aspetta"),
    ArrivalStatus.CALLED: _("Chiamato"),
    ArrivalStatus.SERVED: _("Allo sportello"),
    ArrivalStatus.LEFT: _("È andato via"),
}
