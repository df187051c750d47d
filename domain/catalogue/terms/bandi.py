"""Words of the calls for applications (bandi): where one is, and what changed it."""

from enum import StrEnum

from domain.kernel.text import Text, _

POINT = 100
"""Points are kept as whole hundredths, so that 2,5 is exact: 250."""
MOST_CRITERIA = 60
MOST_BANDS = 8


class BandoStatus(StrEnum):
    """What somebody has decided of a bando; whether it is open the clock says."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CONCLUDED = "concluded"
    ANNULLED = "annulled"


class BandoState(StrEnum):
    """Where a bando is at an instant."""

    DRAFT = "draft"
    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"
    CONCLUDED = "concluded"
    ANNULLED = "annulled"

    @property
    def label(self) -> Text:
        """The state as everybody reads it."""
        return STATE_LABELS[self]


class BandoChange(StrEnum):
    """Why there is another version of a bando: everybody may read it."""

    PUBLISHED = "published"
    EXTENDED = "extended"
    RECTIFIED = "rectified"
    ANNULLED = "annulled"
    CONCLUDED = "concluded"

    @property
    def label(self) -> Text:
        """The change as everybody reads it."""
        return CHANGE_LABELS[self]


STATE_LABELS: dict[BandoState, Text] = {
    BandoState.DRAFT: _("In preparazione"),
    BandoState.COMING: _("Apre tra poco"),
    BandoState.OPEN: _("Aperto"),
    BandoState.CLOSED: _("Chiuso"),
    BandoState.CONCLUDED: _("Concluso"),
    BandoState.ANNULLED: _("Annullato"),
}
CHANGE_LABELS: dict[BandoChange, Text] = {
    BandoChange.PUBLISHED: _("Pubblicazione"),
    BandoChange.EXTENDED: _("Più tempo per fare domanda"),
    BandoChange.RECTIFIED: _("Correzione del bando"),
    BandoChange.ANNULLED: _("Annullamento"),
    BandoChange.CONCLUDED: _("Pubblicazione del risultato"),
}
